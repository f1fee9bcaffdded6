"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Whether the component still stands in the page: a later answer must not navigate. */
export function useStillHere(): RefObject<boolean> {
  const here = useRef(true);
  useEffect(() => {
    // StrictMode leaves and comes back.
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
