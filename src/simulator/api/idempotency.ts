import type { TimeKeeper } from "../clock.js";
import type { Records } from "../records.js";
import { invalidRequest, StripeFailure } from "./stripeFailure.js";

/** What a call answered. */
export interface Kept {
  status: number;
  body: unknown;
  /** Parameters that were accepted and do nothing. */
  ignored?: readonly string[];
}

interface KeptCall extends Kept {
  key: string;
  /** Method, path and parameters: the same key may not come with others. */
  call: string;
  at: number;
}

const MAX_KEY_LENGTH = 255;

/** Throws Stripe's refusal of a key that it does not keep. */
export function checkIdempotencyKey(key: string): void {
  if (key.length <= MAX_KEY_LENGTH) return;
  throw invalidRequest(
    `Idempotency keys can be at most ${MAX_KEY_LENGTH} characters long, but this one has ${key.length}.`,
  );
}

/** Stripe forgets keys after a day. */
const KEPT_MS = 24 * 3_600_000;

export interface Idempotency {
  /** The answer to give again; null: go ahead, and `end` it. Throws where the key is used for something else. */
  begin(key: string, call: string): Kept | null;
  /** What the same call will be answered from now on. */
  keep(key: string, call: string, answer: Kept): void;
  /** The call is over, kept or not. */
  end(key: string): void;
}

export function createIdempotency(records: Records, time: TimeKeeper): Idempotency {
  const table = records.table<KeptCall>("idempotency");
  const inFlight = new Set<string>();

  return {
    begin(key, call) {
      if (inFlight.has(key)) {
        throw new StripeFailure(
          409,
          "idempotency_error",
          `There is currently another in-progress request using this Idempotent Key: ${key}`,
          { code: "idempotency_key_in_use" },
        );
      }
      const kept = table.get(key);
      if (kept && kept.at + KEPT_MS > time.now()) {
        if (kept.call !== call) {
          throw new StripeFailure(
            400,
            "idempotency_error",
            `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
          );
        }
        const { status, body, ignored } = kept;
        return { status, body, ...(ignored ? { ignored } : {}) };
      }
      inFlight.add(key);
      return null;
    },
    keep(key, call, answer) {
      for (const old of table.values()) if (old.at + KEPT_MS <= time.now()) table.remove(old.key);
      table.put(key, { ...answer, key, call, at: time.now() });
    },
    end: (key) => void inFlight.delete(key),
  };
}
