import type { Mode } from "../core/connection.js";
import { parseStripeKey, type StripeKey } from "../core/stripeKeys.js";

/** What `assertStripeKeys` looks at. */
export interface StripeKeys {
  /** `sk_…` or a restricted `rk_…`. Stays on the server. */
  secretKey: string | undefined;
  /** `pk_…`. Goes to the page. */
  publishableKey: string | undefined;
  /** That both have to be of. */
  mode: Mode;
}

/** Throws, with the fix, when a key is missing, swapped with the other one or of the other mode. Never repeats a key. */
export function assertStripeKeys({ secretKey, publishableKey, mode }: StripeKeys): void {
  assertKey("secret key", secretKey, mode, ["secret", "restricted"], `\`sk_${mode}_…\``);
  assertPublishableKey(publishableKey, mode);
}

export function assertPublishableKey(publishableKey: string | undefined, mode: Mode): void {
  assertKey("publishable key", publishableKey, mode, ["publishable"], `\`pk_${mode}_…\``);
}

function assertKey(name: string, key: unknown, mode: Mode, kinds: StripeKey["kind"][], fix: string): void {
  const say = (what: string) =>
    new Error(
      `react-stripe-connection: the ${name} of ${mode} mode ${what}: pass the ${fix} of dashboard.stripe.com/apikeys.`,
    );
  if (typeof key !== "string" || key.trim() === "") throw say("is missing");
  const parsed = parseStripeKey(key);
  if (!parsed?.mode) throw say("is malformed");
  if (!kinds.includes(parsed.kind)) throw say(`is a ${parsed.kind} key, so the two are swapped`);
  if (parsed.mode !== mode) throw say(`is of ${parsed.mode} mode`);
}
