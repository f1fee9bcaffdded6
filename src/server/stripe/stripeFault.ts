import { ConnectionError, type ConnectionErrorCode } from "../../core/errors.js";

/**
 * What a failed call to Stripe means: `gone` there is no such account for us, `refused` Stripe did nothing and will not,
 * `limited` did nothing for now, `key_reused` the idempotency key is of no more use (other parameters, or a kept failure of
 * Stripe's own), `unknown` it may have been done or not.
 */
export type FaultKind = "gone" | "refused" | "limited" | "key_reused" | "unknown";

/** A call to Stripe that failed. The message is ours: Stripe's own texts stay in `cause`, for the log. */
export class StripeFault extends ConnectionError {
  readonly kind: FaultKind;
  /** HTTP status of Stripe's answer; null where there was none. */
  readonly status: number | null;
  /** The platform's own set-up at Stripe is missing: it would be the same for any account. */
  readonly isSetup: boolean;

  constructor(
    code: ConnectionErrorCode,
    message: string,
    details: {
      kind: FaultKind;
      status: number | null;
      cause: unknown;
      retryAfter?: number | null;
      isSetup?: boolean;
    },
  ) {
    super(code, { message, cause: details.cause, retryAfter: details.retryAfter ?? null });
    this.kind = details.kind;
    this.status = details.status;
    this.isSetup = details.isSetup ?? false;
  }
}

interface StripeErrorFacts {
  message: string;
  status: number | null;
  code: string;
  param: string;
  rawType: string;
  retryAfter: number | null;
  /** What an earlier request with this idempotency key was answered; v1 gives it again for a day, whatever it was. */
  isReplay: boolean;
}

/** Read by shape: the `Stripe` client is the host's, and so are its classes. */
function factsOf(thrown: unknown): StripeErrorFacts {
  const get = (name: string): unknown =>
    typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, name) : undefined;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const status = get("statusCode");
  const headers = get("headers");
  const header = (name: string): unknown =>
    typeof headers === "object" && headers !== null ? Reflect.get(headers, name) : undefined;
  const retryAfter = Number(header("retry-after"));
  return {
    status: typeof status === "number" ? status : null,
    // Cut: what is looked for stands at the beginning, and patterns take long on megabytes.
    message: text(get("message")).slice(0, 2_000),
    param: text(get("param")),
    code: text(get("code")),
    rawType: text(get("rawType")),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
    isReplay: header("idempotent-replayed") === "true",
  };
}

/** Codes that mean: this platform has no such account (any more). */
const GONE = new Set(["account_invalid", "resource_missing"]);
/** What `resource_missing` names where the account itself is missing. Of a creation it is what the parameters name. */
const ACCOUNT_PARAM = /^(?:account|id)?$/;
/** v2's codes for a platform whose own set-up is not done. */
const PLATFORM_SETUP =
  /^(?:platform_registration_required|connect_profile_not_submitted|connect_identity_not_verified|account_create_activation_required|account_creation_\w+_unacknowledged|cannot_create_connected_account|cannot_create_new_account_rejected)$/;
/** What v1 says of it, without a code. */
const NOT_A_PLATFORM = /signed up for connect|platform[ -]profile|responsibilit\w+ (?:of|for) (?:managing )?losses/i;
/** In live mode Stripe wants these before the first session or link. */
const NO_SITE_LINKS = /\/settings\/connect\/site-links/;
/** In some countries, or without Stripe's approval, one of the two alone is refused. */
const TRANSFERS_ALONE = /`transfers` capability without the `card_payments`/;
const CARD_PAYMENTS_ALONE = /`card_payments` capability without the `transfers`/;
const COUNTRY = new Set([
  "country_unsupported",
  "unsupported_country",
  "country_code_invalid",
  "capability_not_available_in_country",
  "capability_not_available_in_platform_country",
  "cross_border_connected_account_creation_not_allowed",
]);
/** The same without a code of its own. Only a creation names a country. */
const COUNTRY_PARAM = /^(?:identity\.)?country$/;
/** The parameter itself is missing, empty or unknown: the host's `accountParams` are wrong, not the country. */
const PARAMETER_CODE = /^parameters?_/;
const COUNTRY_TEXT = /accounts in [^.]{2,40} can ?not be created by platforms in/i;
/** The right that a restricted key lacks, as Stripe names it: "Having the 'rak_…' permission would allow this request". */
const RIGHT = /\brak_[a-z\d_]{1,80}/g;

/** The rights that Stripe's refusal of a restricted key names, such as `rak_balance_read`. */
export function rightsNamedIn(cause: unknown): string[] {
  return [...new Set(factsOf(cause).message.match(RIGHT))];
}

/** What an error of the `stripe` package means to us. */
export function toStripeFault(cause: unknown): StripeFault {
  const { status, message, code, param, rawType, retryAfter, isReplay } = factsOf(cause);
  const fault = (kind: FaultKind, as: ConnectionErrorCode, says: string) =>
    new StripeFault(as, says, {
      kind,
      status,
      cause,
      retryAfter: kind === "limited" || kind === "unknown" ? (retryAfter ?? 5) : null,
    });

  // 409: the same request is under way, and its answer will be its answer. A new key here would make a second account.
  if (rawType === "idempotency_error" && status !== 409) {
    return fault("key_reused", "conflict", "Stripe saw this request before with other parameters");
  }
  // Stripe's own failure is kept like any answer: with this key there will be no other.
  if (isReplay && status !== null && status >= 500) {
    return fault("key_reused", "stripe_unavailable", "Stripe failed with this request before, and answers it the same");
  }
  if (status === 429 || code === "rate_limit") return fault("limited", "rate_limited", "Stripe asks to slow down");
  if (status === null || status >= 500 || status === 409 || status < 400) {
    return fault("unknown", "stripe_unavailable", "Stripe can't be reached or gave no proper answer");
  }
  if (code === "resource_missing" && !ACCOUNT_PARAM.test(param)) {
    const name = /^[\w.[\]]{1,80}$/.test(param) ? ` in \`${param}\`` : "";
    return fault(
      "refused",
      "platform_not_ready",
      `Stripe does not have what the request names${name}: see \`accountParams\``,
    );
  }
  if (GONE.has(code)) return fault("gone", "conflict", "there is no such account at Stripe any more");
  if (COUNTRY.has(code) || (status === 400 && namesCountry(code, param, message))) {
    return fault("refused", "country_unsupported", "Stripe offers this platform no accounts in this country");
  }
  const setup = missingSetup(code, message);
  if (setup !== null) {
    return new StripeFault("platform_not_ready", setup, { kind: "refused", status, cause, isSetup: true });
  }
  if (status === 401) {
    return fault(
      "refused",
      "platform_not_ready",
      "Stripe refuses the secret key: check that it is current and of the mode",
    );
  }
  const rights = status === 403 ? rightsNamedIn(cause) : [];
  if (rights.length > 0) {
    return fault(
      "refused",
      "platform_not_ready",
      `the restricted secret key lacks a right at Stripe: add ${rights.join(", ")} to it`,
    );
  }
  if (status === 403 || code === "platform_account_required") {
    return fault(
      "refused",
      "platform_not_ready",
      "the platform may not do this at Stripe: switch Connect on, or widen the key",
    );
  }
  if (TRANSFERS_ALONE.test(message)) {
    return fault(
      "refused",
      "platform_not_ready",
      "Stripe grants this platform no `transfers` without `card_payments`: request both in `accountParams`, or ask Stripe for approval",
    );
  }
  if (CARD_PAYMENTS_ALONE.test(message)) {
    return fault(
      "refused",
      "platform_not_ready",
      "Stripe grants this platform no `card_payments` without `transfers`: request both in `accountParams`",
    );
  }
  return fault(
    "refused",
    "platform_not_ready",
    "Stripe refused the request: `stripeLog` in the server's log says where the reason is",
  );
}

/** Whether a refusal without a country code of its own is about the country. */
function namesCountry(code: string, param: string, message: string): boolean {
  return (COUNTRY_PARAM.test(param) && !PARAMETER_CODE.test(code)) || COUNTRY_TEXT.test(message);
}

/** What the platform has to finish in Stripe's dashboard; null: nothing that we know of. */
function missingSetup(code: string, message: string): string | null {
  if (NO_SITE_LINKS.test(message)) {
    return "Stripe does not know the platform's pages yet: fill in dashboard.stripe.com/settings/connect/site-links";
  }
  if (PLATFORM_SETUP.test(code) || NOT_A_PLATFORM.test(message)) {
    return "the platform's own set-up at Stripe is not done: finish dashboard.stripe.com/connect";
  }
  return null;
}
