"use client";
import { type RefObject, useEffect, useRef } from "react";
import { focusedIn, isFocusFree } from "../../primitives/focus.js";
import type { OpenedForm } from "./cardState.js";

interface Places {
  menu: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  heading: RefObject<HTMLElement | null>;
}

/**
 * Gives the focus back when Stripe's form is gone and had it: to the button that opened it, or the nearest one that is
 * there.
 */
export function useReturnFocus(form: OpenedForm | null, { menu, body, heading }: Places): void {
  const before = useRef<OpenedForm | null>(null);
  useEffect(() => {
    const closed = before.current;
    before.current = form;
    const title = heading.current;
    if (!closed || form || !title) return;
    // `FocusKeeper` has given it to the heading by now, if it went with the form.
    if (focusedIn(title) === title || isFocusFree(title))
      (openerOf(closed, menu.current, body.current) ?? title).focus();
  }, [form, menu, body, heading]);
}

function openerOf({ from, keys }: OpenedForm, menu: HTMLElement | null, body: HTMLElement | null): HTMLElement | null {
  if (from === "menu" && menu) return menu;
  const own = keys
    ? [...(body?.querySelectorAll<HTMLElement>("[data-keys]") ?? [])].find(
        (row) => row.dataset["keys"] === keys.join(" "),
      )
    : body?.querySelector<HTMLElement>('[data-part="actions"] button');
  return own ?? body?.querySelector("button") ?? null;
}
