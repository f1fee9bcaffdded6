"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Connection } from "../core/connection.js";
import { ConnectionError, toConnectionError } from "../core/errors.js";
import { isHostedLink } from "../core/hostedLink.js";
import { useConnectionSettings } from "../react/context.js";
import { useStillHere } from "./useStillHere.js";

export type ComeBackState =
  | { phase: "working"; intent: "return" | "refresh" }
  | { phase: "done"; connection: Connection }
  | { phase: "failed"; intent: "return" | "refresh"; error: ConnectionError };

/** The parameter of `returnUrl` and `refreshUrl` that tells what to do. */
const PARAMETER = "stripe";

/** Asks the server once for each visit, under StrictMode too; `retry` asks again. */
export function useComeBack(
  given: "return" | "refresh" | undefined,
  onDone: ((connection: Connection) => void) | undefined,
) {
  const { client } = useConnectionSettings();
  const [state, setState] = useState<ComeBackState>({ phase: "working", intent: given ?? "return" });
  const here = useStillHere();
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);

  const ask = useCallback(async () => {
    const wanted = new URL(location.href).searchParams.get(PARAMETER);
    const intent = given ?? (wanted === "refresh" ? "refresh" : "return");
    setState({ phase: "working", intent });
    try {
      if (intent === "refresh") {
        const { url } = await client.openHosted();
        if (!here.current) return;
        if (!isHostedLink(url, client.getState().connection?.simulated === true)) {
          throw new ConnectionError("invalid_response", { message: "the onboarding link is no https address." });
        }
        // Not `assign`: going back from Stripe would come here and be sent to Stripe again.
        location.replace(url);
        return;
      }
      // Coming back is not having finished: only Stripe knows.
      const connection = await client.refresh();
      if (!here.current) return;
      // From here on a reload has nothing more to confirm, and before it would have.
      const address = new URL(location.href);
      address.searchParams.delete(PARAMETER);
      history.replaceState(history.state, "", address);
      setState({ phase: "done", connection });
      done.current?.(connection);
    } catch (thrown) {
      setState({ phase: "failed", intent, error: toConnectionError(thrown) });
    }
  }, [client, given, here]);

  const hasAsked = useRef(false);
  useEffect(() => {
    // StrictMode mounts twice.
    if (hasAsked.current) return;
    hasAsked.current = true;
    void ask();
  }, [ask]);

  const retry = useCallback(() => void ask(), [ask]);
  return { state, retry };
}
