import type { StripeFault } from "../src/server/stripe/stripeFault.js";
import { removeSecrets } from "../src/server/withoutSecrets.js";
import type { Ledger } from "./ledger.js";
import type { Place } from "./place.js";

/** What a check works with. */
export interface CheckContext {
  place: Place;
  ledger: Ledger;
  /** The country of the accounts that a check makes, where it does not name one. Two capital letters. */
  country: string;
  /** What an earlier check leaves for a later one. */
  found: { defaultAccount?: string; deletedAccount?: string };
  /** Aborted when the check has to stop. */
  signal: AbortSignal;
}

/** One of our assumptions about Stripe. */
export interface Check {
  /** As in the list of open questions: `A1` to `A12`. */
  id: string;
  title: string;
  /** What it does, as a sentence after "would". */
  does: string;
  /** Resolves with a note where Stripe does what we assume. Throws `Differs` or `Skipped`. */
  run(context: CheckContext): Promise<string>;
}

export type Outcome =
  | { kind: "PASS"; note: string }
  | { kind: "DIFFERS"; said: string; assumed: string }
  | { kind: "SKIPPED"; why: string };

/** Stripe does something else than we assume. */
export class Differs extends Error {
  override readonly name = "Differs";
  constructor(
    readonly said: string,
    readonly assumed: string,
  ) {
    super(`Stripe said: ${said}. We assumed: ${assumed}`);
  }
}

/** The check can't tell. */
export class Skipped extends Error {
  override readonly name = "Skipped";
}

/** Throws `Differs` unless it holds. */
export function expectThat(holds: boolean, said: string, assumed: string): void {
  if (!holds) throw new Differs(said, assumed);
}

/** A text that may be printed and pasted into an issue: without secrets and without ids of accounts. */
export function shown(text: string): string {
  return removeSecrets(text).replace(/\b(acct|ca|we)_\w+/g, "$1_…");
}

/** What Stripe answered to a request that failed. */
export function saidBy({ cause, message }: StripeFault): string {
  const get = (name: string): string => {
    const value: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, name) : undefined;
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const words = ["statusCode", "code", "param"].map(get).filter((word) => word !== "");
  return [...words, `"${get("message") || message}"`].join(" ");
}

/** Whether it is the key that may not do it: that says nothing about Stripe. */
export const lacksRight = ({ status, message }: StripeFault): boolean => status === 403 && message.includes("rak_");
