import type Stripe from "stripe";
import { ConnectionError } from "../../core/errors.js";
import { WEBHOOK_TOLERANCE_S } from "./limits.js";
import { RAW_BODY } from "./requestBody.js";

/** Why a webhook was refused: the label of the metric `webhook_refused`. */
type Why = "no_signature" | "malformed_signature" | "wrong_time" | "wrong_clock" | "wrong_signature";

/** A webhook that is not Stripe's for this endpoint, now. */
export class WebhookRefusal extends ConnectionError {
  constructor(
    readonly why: Why,
    message: string,
    cause?: unknown,
  ) {
    super("invalid_request", { message, ...(cause === undefined ? {} : { cause }) });
  }
}

/**
 * The seconds since 1970 at which the header says that it was signed. Throws where the header is missing, or can be
 * read in two ways: of two times, nothing says which one was signed.
 */
export function signedAt(header: string | null): number {
  if (!header) throw new WebhookRefusal("no_signature", "there is no Stripe-Signature header");
  const parts = header.split(",");
  const times = parts.filter((part) => /^\s*t=/.test(part));
  const time = /^t=(\d{1,12})$/.exec(times[0] ?? "")?.[1];
  const hasSignature = parts.some((part) => /^v1=[\da-f]{64}$/.test(part));
  if (times.length !== 1 || time === undefined || !hasSignature) {
    throw new WebhookRefusal("malformed_signature", "the Stripe-Signature header needs one `t=` and a `v1=`");
  }
  return Number(time);
}

/** Seconds by which the server's clock is ahead of a webhook's time; below zero: behind. 0 within the tolerance. */
export function clockDifference(time: number, now: number): number {
  const difference = Math.floor(now / 1000) - time;
  return Math.abs(difference) > WEBHOOK_TOLERANCE_S ? difference : 0;
}

/** The refusal of a webhook whose time is out of the tolerance. `isGenuine`: its signature was checked, and fits. */
export function wrongTime(difference: number, isGenuine: boolean): WebhookRefusal {
  const seconds = Math.abs(difference);
  if (difference < 0) {
    return isGenuine
      ? new WebhookRefusal("wrong_clock", `this server's clock is ${seconds} seconds behind: set it`)
      : new WebhookRefusal(
          "wrong_time",
          `the signature's time is ${seconds} seconds ahead of this server's clock. If Stripe sent it now, the clock is behind: set it`,
        );
  }
  return isGenuine
    ? new WebhookRefusal(
        "wrong_clock",
        `this server's clock is ${seconds} seconds ahead: set it. An old webhook that is sent once more looks the same`,
      )
    : new WebhookRefusal(
        "wrong_time",
        `the signature is ${seconds} seconds old, and at most ${WEBHOOK_TOLERANCE_S} are accepted. If Stripe sent it now, this server's clock is ahead: set it`,
      );
}

/** Throws unless one of the secrets has signed the body. All are tried, so that the time taken tells nothing. */
export async function mustBeSigned(
  stripe: Stripe,
  { body, header, secrets, time }: { body: Uint8Array; header: string; secrets: readonly string[]; time: number },
): Promise<void> {
  const { signature } = stripe.webhooks;
  if (!signature) throw new ConnectionError("internal", { message: "this Stripe client can't verify webhooks" });
  const results = await Promise.allSettled(
    secrets.map((secret) =>
      // Its own time: the tolerance was looked at before.
      signature.verifyHeaderAsync(body, header, secret, WEBHOOK_TOLERANCE_S, undefined, time * 1000),
    ),
  );
  if (results.some(({ status }) => status === "fulfilled")) return;
  const failure = results.find((result) => result.status === "rejected");
  throw new WebhookRefusal(
    "wrong_signature",
    `no webhook secret matches this signature. Pass the endpoint's own \`whsec_…\`. A body that was parsed no longer matches either. ${RAW_BODY}`,
    failure?.reason,
  );
}
