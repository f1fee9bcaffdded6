import type { Mode } from "../../core/connection.js";
import type { AccountSessionInput } from "../../core/adapter.js";
import type { ConnectionClient } from "../../client/connectionState.js";
import type { StripeFont } from "../../theme/stripeFont.js";
import { pageNonce } from "../../theme/styleNonce.js";
import type { ConnectRequest } from "./connectSession.js";
import { CONNECT_JS_URL } from "./loadConnect.js";
import { OnboardingError } from "./OnboardingError.js";
import { explainKeyProblem, publishableKeyProblem } from "./publishableKey.js";
import type { StripeLook } from "./stripeLook.js";

export interface ConnectInput {
  key: string;
  client: ConnectionClient;
  session: AccountSessionInput;
  mode: Mode;
  simulated: boolean;
  look: StripeLook;
  fonts: readonly StripeFont[] | undefined;
  /** What the host set, if it did. */
  publishableKey: string | undefined;
  connectJsUrl: string | undefined;
  nonce: string | undefined;
}

/** One opening of the form, from what the host and the connection say. */
export function connectRequest(input: ConnectInput): ConnectRequest {
  const { key, client, session, mode, simulated, look, fonts, publishableKey, connectJsUrl, nonce } = input;
  const checkedKey = (value: unknown): string => {
    const problem = publishableKeyProblem(value, mode);
    if (problem) throw new OnboardingError("bad_publishable_key", explainKeyProblem(problem, mode));
    return value as string;
  };
  return {
    key,
    prepare() {
      if (publishableKey !== undefined) checkedKey(publishableKey);
      if (connectJsUrl && connectJsUrl !== CONNECT_JS_URL && mode === "live" && !simulated) {
        throw new OnboardingError(
          "script_broken",
          "`connectJsUrl` is for demos and tests: in live mode Stripe's form comes from Stripe only. Leave it out.",
        );
      }
      return { url: connectJsUrl || undefined, nonce: nonce ?? pageNonce(document) };
    },
    createSession: () => client.update(session),
    publishableKey: (answered) => checkedKey(publishableKey ?? answered.publishableKey),
    fonts,
    look: () => look.read(),
  };
}
