import type { Mode } from "./connection.js";

/** What a key of Stripe's API says about itself. */
export interface StripeKey {
  /** `sk_…` is secret, `rk_…` restricted (secret, too), `pk_…` publishable. */
  kind: "secret" | "restricted" | "publishable";
  /** Null where what follows the prefix is not a whole key: cut off, with spaces or in capitals. */
  mode: Mode | null;
}

const KINDS = { sk: "secret", rk: "restricted", pk: "publishable" } as const;
const isPrefix = (text: string | undefined): text is keyof typeof KINDS => text !== undefined && text in KINDS;

/**
 * Reads a key by its form only: no network. The prefix is found after spaces and in capitals too, so that a badly pasted
 * secret key is recognised. Null for what has none.
 */
export function parseStripeKey(key: unknown): StripeKey | null {
  if (typeof key !== "string") return null;
  const prefix = /^\s*(sk|rk|pk)_/i.exec(key)?.[1]?.toLowerCase();
  if (!isPrefix(prefix)) return null;
  const mode = /^[a-z]+_(test|live)_[A-Za-z0-9_]+$/.exec(key)?.[1];
  return { kind: KINDS[prefix], mode: mode === "test" || mode === "live" ? mode : null };
}

/** Whether it has the form of a webhook endpoint's signing secret, `whsec_…`. One below 8 characters could be guessed. */
export function isWebhookSecret(text: string): boolean {
  return /^whsec_[\w+/=-]{8,}$/.test(text);
}
