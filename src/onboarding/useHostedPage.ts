"use client";
import { useCallback, useState } from "react";
import { type ConnectionErrorCode, toConnectionError } from "../core/errors.js";
import type { ConnectionClient } from "../client/connectionState.js";
import { useStillHere } from "./useStillHere.js";

export interface HostedPage {
  isOpening: boolean;
  /** What the last try failed with. */
  failure: ConnectionErrorCode | null;
  open: () => void;
}

/** Stripe's own page as a way out. A link is single-use: each press asks for a new one. */
export function useHostedPage(client: ConnectionClient): HostedPage {
  const here = useStillHere();
  const [isOpening, setIsOpening] = useState(false);
  const [failure, setFailure] = useState<ConnectionErrorCode | null>(null);
  const open = useCallback(() => {
    setIsOpening(true);
    setFailure(null);
    client
      .openHosted()
      .then(({ url }) => {
        if (here.current) location.assign(url);
      })
      .catch((thrown: unknown) => setFailure(toConnectionError(thrown).code))
      .finally(() => setIsOpening(false));
  }, [client, here]);
  return { isOpening, failure, open };
}
