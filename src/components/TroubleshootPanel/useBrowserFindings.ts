"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { Connection } from "../../core/connection.js";
import { useConnectionSettings } from "../../react/context.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";

const preflightChunk = createChunk(() => import("../../onboarding/preflight.js"));

const never = () => () => {};
const none = () => null;

/** What in this browser may keep Stripe's form from working, or has: looked at after mount, and known to nobody before. */
export function useBrowserFindings({ mode, simulated }: Connection): string[] {
  const settings = useConnectionSettings();
  const { part } = useChunk(preflightChunk, true, useChunkFailure(settings));
  // A simulator in the page needs neither https nor a window of Stripe's.
  const judgedAs = simulated ? "test" : mode;
  const findings = useMemo(() => part?.preflight(judgedAs) ?? [], [part, judgedAs]);
  const failure = useSyncExternalStore(part?.lastFailure.subscribe ?? never, part?.lastFailure.get ?? none, none);
  const words = settings.messages.onboarding;
  const failed = failure && words.failures[failure];
  return [...findings.map((finding) => words.findings[finding]), ...(failed ? [`${failed.title} ${failed.text}`] : [])];
}
