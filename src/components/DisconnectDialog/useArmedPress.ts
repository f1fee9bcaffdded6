"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

/** Long enough for the second half of a double click on what opened the dialog or asked again. ms */
const ARMED_AFTER = 500;

/** On the dialog: a held key repeats into whatever has the focus. */
export function refuseHeldKeys(event: KeyboardEvent): void {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}

/**
 * A press counts when it began after the dialog had been readable for a moment: a double click that opened it, or a key
 * that is still held down, must not confirm what could not be read.
 */
export function useArmedPress(isReadable: boolean) {
  const [isArmed, setArmed] = useState(false);
  const beganEarly = useRef(false);

  useEffect(() => {
    if (!isReadable) return undefined;
    const timer = setTimeout(() => setArmed(true), ARMED_AFTER);
    return () => {
      clearTimeout(timer);
      setArmed(false);
    };
  }, [isReadable]);

  return {
    isArmed,
    /** On the button. */
    press: {
      onPointerDown: () => {
        beganEarly.current = !isArmed;
      },
      onKeyDown: (event: KeyboardEvent) => {
        beganEarly.current = !isArmed || event.repeat;
      },
    },
    counts: () => isArmed && !beganEarly.current,
  };
}
