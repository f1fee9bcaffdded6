"use client";
import { useSyncExternalStore } from "react";
import { useConnectionSettings } from "./context.js";
import { isForeignFrame } from "./isForeignFrame.js";

const never = () => () => undefined;
const notYet = () => false;

/** Whether another site frames this page and the host has not allowed it. False in the server's HTML. */
export function useFramed(): boolean {
  const { allowFraming } = useConnectionSettings();
  return useSyncExternalStore(never, isForeignFrame, notYet) && !allowFraming;
}
