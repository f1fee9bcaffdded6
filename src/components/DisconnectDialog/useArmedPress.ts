"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

/** Long enough for the second half of a double click on what opened the dialog. */
const ARMED_AFTER = 500;

/** On the dialog: a held key repeats into whatever has the focus. */
export function refuseHeldKeys(event: KeyboardEvent): void {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}

/**
 * A press counts when it began after the button had been there for a moment: a double click that opened the dialog,
 * or a key that is still held down, must not confirm what nobody has read.
 */
export function useArmedPress() {
  const [isArmed, setArmed] = useState(false);
  const beganEarly = useRef(false);

  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARMED_AFTER);
    return () => clearTimeout(timer);
  }, []);

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
