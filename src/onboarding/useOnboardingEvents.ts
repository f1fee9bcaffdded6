"use client";
import { useEffect, useRef } from "react";
import type { FormPurpose } from "../core/connection.js";
import type { ConnectionEvent } from "../core/events.js";
import type { ConnectState } from "./session/connectSession.js";
import { rememberFailure } from "./lastFailure.js";

interface Told {
  purpose: FormPurpose;
  isOpened: boolean;
  connect: ConnectState;
  onEvent: (event: ConnectionEvent) => void;
}

/** Tells the host that the form was asked for, is there, or could not be had: each of them once, under StrictMode too. */
export function useOnboardingEvents({ purpose, isOpened, connect, onEvent }: Told): void {
  const wasAnnounced = useRef(false);
  useEffect(() => {
    if (!isOpened || wasAnnounced.current) return;
    wasAnnounced.current = true;
    onEvent({ type: "onboarding_opened", purpose });
  }, [isOpened, purpose, onEvent]);

  // "Try again" and another account are openings of their own.
  const loadedKey = useRef<string | null>(null);
  const startedKey = connect.phase === "open" && connect.hasStarted ? connect.key : null;
  useEffect(() => {
    if (!startedKey || loadedKey.current === startedKey) return;
    loadedKey.current = startedKey;
    rememberFailure(null);
    onEvent({ type: "onboarding_loaded", purpose });
  }, [startedKey, purpose, onEvent]);

  const failed = connect.phase === "failed" ? connect : null;
  useEffect(() => {
    if (!failed) return;
    if (failed.message) console.warn(failed.message);
    rememberFailure(failed.failure);
    onEvent({ type: "onboarding_load_failed", cause: failed.failure });
  }, [failed, onEvent]);
}
