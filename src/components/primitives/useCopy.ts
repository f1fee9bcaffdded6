"use client";
import { useCallback, useState } from "react";

export interface Copy {
  /** The last text is on the clipboard. */
  isCopied: boolean;
  /** The text that the browser refused to copy, or null: it has none without https, and in some frames. */
  refused: string | null;
  copy: (text: string) => void;
  /** Forgets a refused text. */
  dismiss: () => void;
}

/** Puts a text on the clipboard. `onCopied` must be the same function in every render. */
export function useCopy(onCopied?: () => void): Copy {
  const [result, setResult] = useState<{ text: string; isCopied: boolean } | null>(null);
  const copy = useCallback(
    (text: string) => {
      setResult(null);
      // Rejects also where the page has no clipboard, or one that can't write.
      const write = async () => navigator.clipboard.writeText(text);
      write().then(
        () => {
          setResult({ text, isCopied: true });
          onCopied?.();
        },
        () => setResult({ text, isCopied: false }),
      );
    },
    [onCopied],
  );
  const dismiss = useCallback(() => setResult(null), []);
  return {
    isCopied: result?.isCopied === true,
    refused: result && !result.isCopied ? result.text : null,
    copy,
    dismiss,
  };
}
