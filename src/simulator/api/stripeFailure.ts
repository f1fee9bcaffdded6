/** The request that an error answers: Stripe's dashboard keeps a log of each. */
export interface LoggedRequest {
  id: string;
  livemode: boolean;
  /** Seconds. */
  at: number;
}

/** An answer in Stripe's error envelope. */
export class StripeFailure extends Error {
  override readonly name = "StripeFailure";

  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly details: { code?: string; param?: string } = {},
  ) {
    super(message);
  }

  /** @see https://docs.stripe.com/api/errors */
  envelope(api: "v1" | "v2" = "v1", request?: LoggedRequest): unknown {
    const { code } = this.details;
    if (api === "v2") {
      // v2 names an error by its code; few have a type.
      const type = this.type === "idempotency_error" ? { type: this.type } : {};
      return { error: { ...type, code: code ?? this.type, message: this.message } };
    }
    return {
      error: {
        ...this.details,
        ...(code === undefined || this.type === SIMULATOR_ERROR
          ? {}
          : { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` }),
        message: this.message,
        // A request without a valid key is in no account's log.
        ...(request && this.status !== 401 ? { request_log_url: logUrl(request) } : {}),
        type: this.type,
      },
    };
  }
}

function logUrl({ id, livemode, at }: LoggedRequest): string {
  return `https://dashboard.stripe.com/${livemode ? "" : "test/"}logs/${id}?t=${at}`;
}

/** The type of what only the simulator says. */
const SIMULATOR_ERROR = "simulator_error";

export const invalidRequest = (message: string, details: { code?: string; param?: string } = {}, status = 400) =>
  new StripeFailure(status, "invalid_request_error", message, details);

/** Stripe's words where a parameter names an account. */
export const noSuchAccount = (id: string) =>
  invalidRequest(`No such account: '${id}'`, { code: "resource_missing", param: "account" }, 404);

export const notFoundV2 = (id: string) => invalidRequest(`No such object: '${id}'`, { code: "not_found" }, 404);

/** Stripe does not say whether an account was removed or never was. `key` is masked. */
export const accountInvalid = (id: string, key: string) =>
  invalidRequest(
    `The provided key '${key}' does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    { code: "account_invalid" },
    403,
  );

/** In the simulator's own voice: Stripe may well know the address. */
export const notPlayed = (method: string, path: string) =>
  new StripeFailure(
    404,
    SIMULATOR_ERROR,
    `The simulator of Stripe does not play ${method} ${path}. What it plays: docs/simulator.md`,
    { code: "not_simulated" },
  );
