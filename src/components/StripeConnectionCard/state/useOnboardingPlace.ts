"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Connection, FormPurpose } from "../../../core/connection.js";
import { focusedIn, isFocusFree } from "../../primitives/focus.js";

export interface Opened {
  purpose: FormPurpose;
  /** Just these; null for everything that is due. */
  keys: string[] | null;
  from: "menu" | "body";
  generation: number;
  /** Each opening is a new form. */
  number: number;
}

/** Where Stripe's form stands in the card: what is open, and for how long it may stay so. */
export function useOnboardingPlace(connection: Connection) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { generation } = connection;
  const purpose = purposeOf(connection);

  const open = useCallback(
    (keys: string[] | null, from: Opened["from"] = "body", wanted: FormPurpose = purpose) =>
      setOpened((before) => ({
        purpose: keys ? "onboarding" : wanted,
        keys,
        from,
        generation,
        number: (before?.number ?? 0) + 1,
      })),
    [purpose, generation],
  );
  const close = useCallback(() => setOpened(null), []);

  // A form for an account that is gone would ask for the wrong one.
  const isStill = opened !== null && connection.account !== null && opened.generation === generation;
  return { opened: isStill ? opened : null, open, close };
}

/**
 * Anything asked for opens onboarding, even when connected. Where all was sent there is the account to manage: nobody is
 * asked to send it again while Stripe checks it.
 */
function purposeOf({ reason, requirements }: Connection): FormPurpose {
  const asks = requirements.some(({ state }) => state !== "pending");
  return asks || reason === "details_not_submitted" ? "onboarding" : "management";
}

interface Places {
  menu: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  heading: RefObject<HTMLElement | null>;
}

/**
 * Gives the focus back when Stripe's form is gone and had it: to the button that opened it, or the nearest one that is
 * there.
 */
export function useReturnFocus(opened: Opened | null, { menu, body, heading }: Places): void {
  const before = useRef<Opened | null>(null);
  useEffect(() => {
    const closed = before.current;
    before.current = opened;
    const title = heading.current;
    if (!closed || opened || !title) return;
    // `FocusKeeper` has given it to the heading by now, if it went with the form.
    if (focusedIn(title) === title || isFocusFree(title))
      (openerOf(closed, menu.current, body.current) ?? title).focus();
  }, [opened, menu, body, heading]);
}

function openerOf({ from, keys }: Opened, menu: HTMLElement | null, body: HTMLElement | null): HTMLElement | null {
  if (from === "menu" && menu) return menu;
  const own = keys
    ? [...(body?.querySelectorAll<HTMLElement>("[data-keys]") ?? [])].find(
        (row) => row.dataset["keys"] === keys.join(" "),
      )
    : body?.querySelector<HTMLElement>('[data-part="actions"] button');
  return own ?? body?.querySelector("button") ?? null;
}
