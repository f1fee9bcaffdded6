import { useCallback, useEffect, useState } from "react";
import type { Mode } from "react-stripe-connection";
import type {
  SimulatorActionRequest,
  SimulatorFaultRequest,
  SimulatorScenarioRequest,
  SimulatorView,
} from "../simulatorView.js";

export interface SimulatorControls {
  view: SimulatorView | null;
  /** What the last step failed with, as a sentence. */
  error: string | null;
  busy: boolean;
  act: (request: SimulatorActionRequest) => void;
  setFault: (request: SimulatorFaultRequest) => void;
  run: (request: SimulatorScenarioRequest) => void;
}

/** The drawer's line to the demo's server. `revision` says when to look again. */
export function useSimulator(mode: Mode, revision: number | undefined): SimulatorControls {
  const [view, setView] = useState<SimulatorView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/demo/simulator/${mode}`;

  useEffect(() => {
    const left = new AbortController();
    ask(path, { signal: left.signal }).then(setView, (failure: unknown) => {
      if (!left.signal.aborted) setError(sentence(failure));
    });
    return () => left.abort();
    // A new revision means that the account changed, so the drawer looks again.
  }, [path, revision]);

  const post = useCallback(
    (to: string, body: SimulatorActionRequest | SimulatorFaultRequest | SimulatorScenarioRequest) => {
      setBusy(true);
      setError(null);
      ask(to, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
        .then(setView, (failure: unknown) => setError(sentence(failure)))
        .finally(() => setBusy(false));
    },
    [],
  );

  return {
    view,
    error,
    busy,
    act: (request) => post(`${path}/actions`, request),
    setFault: (request) => post(`${path}/faults`, request),
    run: (request) => post(`${path}/scenarios`, request),
  };
}

async function ask(path: string, init: RequestInit): Promise<SimulatorView> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as SimulatorView;
}

const sentence = (failure: unknown) => (failure instanceof Error ? failure.message : String(failure));
