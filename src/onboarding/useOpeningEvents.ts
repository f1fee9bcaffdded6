"use client";
import { useEffect, useRef } from "react";
import type { OnboardingFailure } from "../core/events.js";
import type { ConnectState } from "./session/connectSession.js";

/** Tells the host what happened to an opening. */
export type TellOpening = (step: "opened" | "loaded" | { cause: OnboardingFailure }) => void;

interface Told {
  isOpened: boolean;
  connect: ConnectState;
  /** The same function in every render. */
  tell: TellOpening;
}

/** Tells the host that the element was asked for, is there, or could not be had: each of them once, under StrictMode too. */
export function useOpeningEvents({ isOpened, connect, tell }: Told): void {
  const wasAnnounced = useRef(false);
  useEffect(() => {
    if (!isOpened || wasAnnounced.current) return;
    wasAnnounced.current = true;
    tell("opened");
  }, [isOpened, tell]);

  // "Try again" and another account are openings of their own.
  const loadedKey = useRef<string | null>(null);
  const startedKey = connect.phase === "open" && connect.hasStarted ? connect.key : null;
  useEffect(() => {
    if (!startedKey || loadedKey.current === startedKey) return;
    loadedKey.current = startedKey;
    tell("loaded");
  }, [startedKey, tell]);

  const failed = connect.phase === "failed" ? connect : null;
  useEffect(() => {
    if (!failed) return;
    if (failed.message) console.warn(failed.message);
    tell({ cause: failed.failure });
  }, [failed, tell]);
}
