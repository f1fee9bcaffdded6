"use client";
import { useCallback, useEffect, useState } from "react";

const SHOWN_FOR = 2_000;

/** A word of success that is there for two seconds and then gone. */
export function useFlash() {
  const [flash, setFlash] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (!flash) return undefined;
    const timer = setTimeout(() => setFlash(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [flash]);
  const show = useCallback((text: string) => setFlash({ text }), []);
  return { flash: flash?.text ?? null, show };
}
