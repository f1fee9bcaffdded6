"use client";
import { useEffect, useState } from "react";
import type { Connection } from "../../core/connection.js";
import type { Messages } from "../../messages/messages.js";
import { useConnectionSettings } from "../../react/context.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";

type Finding = keyof Messages["onboarding"]["findings"];

const preflightChunk = createChunk(() => import("../../onboarding/preflight.js"));

/** What in this browser may keep Stripe's form from working: looked at after mount, and known to nobody before. */
export function useBrowserFindings({ mode, simulated }: Connection): readonly Finding[] {
  const { onEvent } = useConnectionSettings();
  const { part } = useChunk(preflightChunk, true, () =>
    onEvent({ type: "failed", operation: "load", code: "chunk_failed" }),
  );
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    // A simulator in the page needs neither https nor a window of Stripe's.
    if (part) setFindings(part.preflight(simulated ? "test" : mode));
  }, [part, mode, simulated]);
  return findings;
}
