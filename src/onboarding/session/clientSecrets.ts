import type { AccountSession } from "../../core/connection.js";
import { type ConnectionError, toConnectionError } from "../../core/errors.js";
import { OnboardingError } from "./OnboardingError.js";

/** After so many refusals in a row connect.js gets no further answer, whatever it does about it. */
const MAX_FAILURES = 3;

export interface SecretSource {
  /** The session that was awaited and checked before connect.js was started. */
  first: AccountSession;
  renew: () => Promise<AccountSession>;
  /** No more secrets will come: the form has to close. */
  onExhausted: (error: ConnectionError) => void;
}

/**
 * What connect.js calls for a client secret: once at its start, then each time a session has expired.
 * A secret is single-use, so only the first one is at hand and every later one comes from the server.
 */
export function createSecretSource({ first, renew, onExhausted }: SecretSource): () => Promise<string> {
  let isFirst = true;
  let failures = 0;

  const next = async (): Promise<string> => {
    if (isFirst) {
      isFirst = false;
      return first.clientSecret;
    }
    if (failures >= MAX_FAILURES)
      throw new OnboardingError("session_failed", "no more account sessions are asked for.");
    try {
      const secret = checkedSecret(await renew());
      failures = 0;
      return secret;
    } catch (thrown) {
      const error = toConnectionError(thrown);
      failures += 1;
      if (!error.retryable) failures = MAX_FAILURES;
      if (failures >= MAX_FAILURES) onExhausted(error);
      throw new OnboardingError("session_failed", error.message, error);
    }
  };

  return () => {
    const secret = next();
    // connect.js may leave the promise alone; the failure has been told above.
    secret.catch(() => undefined);
    return secret;
  };
}

/** Connect.js given undefined fails later and says nothing that helps. */
export function checkedSecret(session: AccountSession): string {
  const secret: unknown = (session as AccountSession | null | undefined)?.clientSecret;
  if (typeof secret !== "string" || secret.trim() === "") {
    throw new OnboardingError(
      "session_failed",
      "createAccountSession must resolve to {clientSecret} with a string that is not empty.",
    );
  }
  return secret;
}
