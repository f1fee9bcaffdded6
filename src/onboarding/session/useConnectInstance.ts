"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type ConnectRequest, type ConnectSession, type ConnectState, createConnectSession } from "./connectSession.js";

/** One instance and one account session for each key, under StrictMode too. A null request closes what is open. */
export function useConnectInstance(request: ConnectRequest | null): [ConnectState, ConnectSession] {
  const [session] = useState(createConnectSession);
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  useEffect(() => {
    if (!request) return undefined;
    session.open(request);
    return () => session.close();
  }, [session, request]);
  // In the render in which the account changes, nothing of the one before may be shown.
  const isCurrent = request !== null && state.key === request.key;
  return [isCurrent ? state : { phase: "opening", key: null, isSlow: false }, session];
}
