"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** A press anywhere but in the popup and its trigger, or in a frame, where it is seen only by the focus that it takes. */
export function usePressOutside(
  popupRef: RefObject<HTMLElement | null>,
  triggerRef: RefObject<HTMLElement | null>,
  onPress: () => void,
): void {
  const latest = useRef(onPress);
  useLayoutEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const popup = popupRef.current;
    if (!popup) return undefined;
    const page = popup.ownerDocument;
    const root = popup.getRootNode();
    const listen = (event: Event) => {
      const path = event.composedPath();
      const isInside = [popup, triggerRef.current].some((one) => one !== null && path.includes(one));
      // From outside of a closed shadow root its inside can't be seen: the listener in there says what was pressed.
      const isHidden = event.currentTarget === page && root !== page && path[0] === (root as ShadowRoot).host;
      if (!isInside && !isHidden) latest.current();
    };
    const listenToFrames = () => {
      if (page.activeElement?.localName === "iframe") latest.current();
    };
    const places = new Set([page, root]);
    for (const place of places) place.addEventListener("pointerdown", listen, { capture: true });
    page.defaultView?.addEventListener("blur", listenToFrames);
    return () => {
      page.defaultView?.removeEventListener("blur", listenToFrames);
      for (const place of places) place.removeEventListener("pointerdown", listen, { capture: true });
    };
  }, [popupRef, triggerRef]);
}
