"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { focusedIn, isFocusFree } from "../primitives/focus.js";

/**
 * Keys that are pressed in the element, or while nothing has the focus, before anything else in the page sees them: a
 * dialog of the host's around it would close on the same Escape.
 */
export function useKeysFirst(ref: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const element = ref.current;
    const page = element?.ownerDocument.defaultView;
    if (!element || !page) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (element.contains(focusedIn(element)) || isFocusFree(element)) latest.current(event);
    };
    page.addEventListener("keydown", listen, { capture: true });
    return () => page.removeEventListener("keydown", listen, { capture: true });
  }, [ref]);
}
