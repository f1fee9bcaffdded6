"use client";
import { useCallback, useState } from "react";

/** Puts a text on the clipboard. Without https, and in some frames, there is none: then the text is `refused`. */
export function useCopy(onCopied: () => void) {
  const [refused, setRefused] = useState<string | null>(null);
  const copy = useCallback(
    (text: string) => {
      setRefused(null);
      const written = navigator.clipboard
        ? navigator.clipboard.writeText(text)
        : Promise.reject(new Error("There is no clipboard here."));
      written.then(onCopied, () => setRefused(text));
    },
    [onCopied],
  );
  const dismiss = useCallback(() => setRefused(null), []);
  return { refused, copy, dismiss };
}
