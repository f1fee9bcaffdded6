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
  const [isCopied, setCopied] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  return {
    isCopied,
    refused,
    copy(text) {
      setCopied(false);
      setRefused(null);
      copyText(text).then(
        () => setCopied(true),
        () => setRefused(text),
      );
    },
  };
}
