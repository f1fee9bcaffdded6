"use client";
import { useMemo } from "react";
import type { Connection } from "../../core/connection.js";
import type { Messages } from "../../messages/messages.js";
import { useConnectionSettings } from "../../react/context.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";

type Finding = keyof Messages["onboarding"]["findings"];

const preflightChunk = createChunk(() => import("../../onboarding/preflight.js"));

/** What in this browser may keep Stripe's form from working: looked at after mount, and known to nobody before. */
export function useBrowserFindings({ mode, simulated }: Connection): readonly Finding[] {
  const { part } = useChunk(preflightChunk, true, useChunkFailure(useConnectionSettings()));
  // A simulator in the page needs neither https nor a window of Stripe's.
  const judgedAs = simulated ? "test" : mode;
  return useMemo(() => part?.preflight(judgedAs) ?? [], [part, judgedAs]);
}
