"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Connection } from "../../core/connection.js";
import type { ConnectionClient } from "../../client/connectionState.js";
import { type ConnectionError, toConnectionError } from "../../core/errors.js";
import { useConnectionSettings } from "../../react/context.js";
import { dropParameter, readParameter } from "../primitives/addressParameter.js";

export type ComeBackState =
  | { phase: "working"; intent: "return" | "refresh" }
  | { phase: "done"; connection: Connection }
  | { phase: "failed"; intent: "return" | "refresh"; error: ConnectionError };

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
      const intent = given ?? (readParameter() === "refresh" ? "refresh" : "return");
      setState({ phase: "working", intent });
      return { client, attempt, outcome: ask(client, intent), isTold: false };
    }

    function follow(outcome: Outcome) {
      // Not `assign`: going back from Stripe would come here and be sent to Stripe again.
      if (outcome.phase === "link") return location.replace(outcome.url);
      if (outcome.phase === "done") {
        // From here on a reload has nothing more to confirm, and before it would have.
        dropParameter();
      }
      setState(outcome);
      if (outcome.phase === "done") done.current?.(outcome.connection);
    }
  }, [client, given, attempt]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { state, retry };
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
