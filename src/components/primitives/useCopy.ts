"use client";
import { useState } from "react";
import { copyText } from "./copyText.js";

export interface Copy {
  /** The last text is on the clipboard. */
  isCopied: boolean;
  /** The text that the browser refused to copy, or null. */
  refused: string | null;
  copy: (text: string) => void;
}

/** Puts a text on the clipboard, and says what came of it. */
export function useCopy(): Copy {
  const [result, setResult] = useState<{ text: string; isCopied: boolean } | null>(null);
  return {
    isCopied: result?.isCopied === true,
    refused: result && !result.isCopied ? result.text : null,
    copy(text) {
      setResult(null);
      copyText(text).then(
        () => setResult({ text, isCopied: true }),
        () => setResult({ text, isCopied: false }),
      );
    },
  };
}
