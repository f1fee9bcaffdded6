"use client";
import { useSyncExternalStore } from "react";
import type { Mode } from "../core/connection.js";
import { type Finding, preflight } from "./preflight.js";

/** What may keep Stripe's form from working, now and when the network comes and goes. Nothing on a server. */
export function useFindings(mode: Mode | null): Finding[] {
  // A snapshot has to be equal to the one before where nothing changed: a string is.
  const found = useSyncExternalStore(
    watchNetwork,
    () => (mode ? preflight(mode).join(" ") : ""),
    () => "",
  );
  return found === "" ? [] : (found.split(" ") as Finding[]);
}

function watchNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
