import type { Mode } from "../../core/connection.js";
import { parseStripeKey } from "../../core/stripeKeys.js";

export type KeyProblem = "missing" | "secret" | "malformed" | "other_mode";

/** What is wrong with a publishable key, or null. Looks at its form only: no network. */
export function publishableKeyProblem(key: unknown, mode: Mode): KeyProblem | null {
  if (typeof key !== "string" || key.trim() === "") return "missing";
  const parsed = parseStripeKey(key);
  if (parsed?.kind === "secret" || parsed?.kind === "restricted") return "secret";
  if (!parsed?.mode) return "malformed";
  return parsed.mode === mode ? null : "other_mode";
}

/** For the developer. The key itself is never in it: it might be a secret one. */
export function explainKeyProblem(problem: KeyProblem, mode: Mode): string {
  switch (problem) {
    case "missing":
      return "there is no publishable key. Give `publishableKey` to createConnectionHandler on the server.";
    case "secret":
      return "a SECRET key was given as publishable key. Secret keys must never reach a browser: roll this one in Stripe's Dashboard now, and give the pk_… key.";
    case "malformed":
      return "the publishable key does not look like one of Stripe's (pk_test_… or pk_live_…).";
    case "other_mode":
      return `the connection is in ${mode} mode, and the publishable key belongs to the other mode.`;
    default:
      return problem satisfies never;
  }
}
