import type Stripe from "stripe";
import { ConnectionError } from "../../core/errors.js";
import { RAW_BODY } from "./requestBody.js";

/** Seconds that a signature may be old, or ahead of our clock. */
const TOLERANCE_S = 300;

/**
 * The text of a webhook that one of the secrets has signed, within the tolerance on both sides: the SDK looks at old
 * signatures only. All secrets are tried, so that the time taken tells nothing.
 */
export async function verifiedText(
  stripe: Stripe,
  { body, header, secrets, now }: { body: Uint8Array; header: string | null; secrets: readonly string[]; now: number },
): Promise<string> {
  const refuse = (message: string, cause?: unknown) =>
    new ConnectionError("invalid_request", { message, ...(cause === undefined ? {} : { cause }) });
  if (!header) throw refuse("there is no Stripe-Signature header");
  const receivedAt = Math.floor(now / 1000);
  const { signature } = stripe.webhooks;
  if (!signature) throw new ConnectionError("internal", { message: "this Stripe client can't verify webhooks" });

  const results = await Promise.allSettled(
    secrets.map((secret) =>
      signature.verifyHeaderAsync(body, header, secret, TOLERANCE_S, undefined, receivedAt * 1000),
    ),
  );
  if (!results.some(({ status }) => status === "fulfilled")) {
    const failure = results.find((result) => result.status === "rejected");
    throw refuse(
      `no webhook secret fits this signature, or it is too old. Pass the endpoint's own \`whsec_…\`. A body that was parsed no longer fits either. ${RAW_BODY}`,
      failure?.reason,
    );
  }
  const times = [...header.matchAll(/(?:^|,)\s*t=(\d+)/g)].map(([, seconds]) => Number(seconds));
  // Of two times nobody knows which one was signed.
  if (times.length !== 1) throw refuse("the Stripe-Signature header has not one time");
  if (times.some((time) => time - receivedAt > TOLERANCE_S)) {
    throw refuse("the signature's time lies ahead of this server's clock: set the clock");
  }
  return new TextDecoder().decode(body);
}
