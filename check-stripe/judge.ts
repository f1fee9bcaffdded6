import { ConnectionError } from "../src/core/errors.js";
import { StripeFault } from "../src/server/stripe/stripeFault.js";
import { Differs, lacksRight, type Outcome, saidBy, Skipped } from "./check.js";

/** What a check that threw has found out. */
export function judge(thrown: unknown): Outcome {
  if (thrown instanceof Differs) return { kind: "DIFFERS", said: thrown.said, assumed: thrown.assumed };
  if (thrown instanceof Skipped) return { kind: "SKIPPED", why: thrown.message };
  if (thrown instanceof StripeFault) return judgeFault(thrown);
  if (thrown instanceof ConnectionError && thrown.code === "timeout") return { kind: "SKIPPED", why: thrown.message };
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { kind: "DIFFERS", said, assumed: "an answer that this package can read" };
}

function judgeFault(fault: StripeFault): Outcome {
  if (fault.kind === "unknown" || fault.kind === "limited") {
    return { kind: "SKIPPED", why: `${fault.message} (${saidBy(fault)})` };
  }
  if (lacksRight(fault)) return { kind: "SKIPPED", why: fault.message };
  return { kind: "DIFFERS", said: saidBy(fault), assumed: "the request is taken" };
}
