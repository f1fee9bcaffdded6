"use client";
import { useEffect, useRef } from "react";

/** Letters that follow each other within this time are one word. ms */
const PAUSE = 500;

/** Finds the item whose text begins with the letters typed so far. */
export function useTypeahead() {
  const text = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    isTyping: () => text.current !== "",
    find(items: readonly HTMLElement[], current: number, letter: string): HTMLElement | undefined {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => (text.current = ""), PAUSE);
      text.current += letter.toLowerCase();
      const [first = ""] = text.current;
      // The same letter again goes on to the next item that begins with it.
      const isRepeated = text.current.replaceAll(first, "") === "";
      const sought = isRepeated ? first : text.current;
      const from = Math.max(current + (isRepeated ? 1 : 0), 0);
      return [...items.slice(from), ...items.slice(0, from)].find((item) =>
        item.textContent.trim().toLowerCase().startsWith(sought),
      );
    },
  };
}
