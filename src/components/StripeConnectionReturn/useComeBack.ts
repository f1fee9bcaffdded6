"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Connection } from "../../core/connection.js";
import type { ConnectionClient } from "../../client/connectionState.js";
import { type ConnectionError, toConnectionError } from "../../core/errors.js";
import { useConnectionSettings } from "../../react/context.js";

export type ComeBackState =
  | { phase: "working"; intent: "return" | "refresh" }
  | { phase: "done"; connection: Connection }
  | { phase: "failed"; intent: "return" | "refresh"; error: ConnectionError };

/** The parameter of `returnUrl` and `refreshUrl` that tells what to do. */
const PARAMETER = "stripe";

interface Visit {
  client: ConnectionClient;
  attempt: number;
  /** Never rejects. */
  outcome: Promise<Outcome>;
  isTold: boolean;
}
type Outcome = Exclude<ComeBackState, { phase: "working" }> | { phase: "link"; url: string };

/** Asks the server once for each visit, under StrictMode too; `retry` asks again. */
export function useComeBack(
  given: "return" | "refresh" | undefined,
  onDone: ((connection: Connection) => void) | undefined,
) {
  const { client } = useConnectionSettings();
  const [state, setState] = useState<ComeBackState>({ phase: "working", intent: given ?? "return" });
  const [attempt, setAttempt] = useState(0);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);

  const last = useRef<Visit | null>(null);
  useEffect(() => {
    const isSame = last.current?.client === client && last.current.attempt === attempt;
    const visit = isSame && last.current ? last.current : begin();
    last.current = visit;
    if (visit.isTold) return undefined;
    let isHere = true;
    void visit.outcome.then((outcome) => {
      // Who has gone elsewhere is led nowhere. Who only hid the page is told when it is shown again.
      if (!isHere) return;
      visit.isTold = true;
      follow(outcome);
    });
    return () => {
      isHere = false;
    };

    function begin(): Visit {
      const wanted = new URL(location.href).searchParams.get(PARAMETER);
      const intent = given ?? (wanted === "refresh" ? "refresh" : "return");
      setState({ phase: "working", intent });
      return { client, attempt, outcome: ask(client, intent), isTold: false };
    }

    function follow(outcome: Outcome) {
      // Not `assign`: going back from Stripe would come here and be sent to Stripe again.
      if (outcome.phase === "link") return location.replace(outcome.url);
      if (outcome.phase === "done") {
        // From here on a reload has nothing more to confirm, and before it would have.
        const address = new URL(location.href);
        address.searchParams.delete(PARAMETER);
        history.replaceState(stateForRouter(history.state), "", address);
      }
      setState(outcome);
      if (outcome.phase === "done") done.current?.(outcome.connection);
    }
  }, [client, given, attempt]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { state, retry };
}

/** Next's marks in `history.state`. It patches `replaceState` and takes a call with them for its own. */
const NEXT_MARKS = ["__NA", "_N", "__PRIVATE_NEXTJS_INTERNALS_TREE"];

/**
 * The state as a router has to be given it: the `idx` and `key` of other routers stay. Without its marks Next learns of the
 * new address, and puts the marks back itself. With them it would bring the old address back at its next refresh.
 */
function stateForRouter(state: unknown): unknown {
  if (typeof state !== "object" || state === null || !NEXT_MARKS.some((mark) => mark in state)) return state;
  return Object.fromEntries(Object.entries(state).filter(([name]) => !NEXT_MARKS.includes(name)));
}

async function ask(client: ConnectionClient, intent: "return" | "refresh"): Promise<Outcome> {
  try {
    // Coming back is not having finished: only Stripe knows.
    if (intent === "return") return { phase: "done", connection: await client.refresh() };
    return { phase: "link", url: (await client.openHosted()).url };
  } catch (thrown) {
    return { phase: "failed", intent, error: toConnectionError(thrown) };
  }
}
