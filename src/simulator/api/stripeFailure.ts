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
  envelope(api: "v1" | "v2" = "v1"): unknown {
    const { code } = this.details;
    if (api === "v2") {
      // v2 names an error by its code; few have a type.
      const type = this.type === "idempotency_error" ? { type: this.type } : {};
      return { error: { ...type, code: code ?? this.type, message: this.message } };
    }
    return {
      error: {
        ...this.details,
        ...(code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` }),
        message: this.message,
        type: this.type,
      },
    };
  }
}

export const invalidRequest = (message: string, details: { code?: string; param?: string } = {}, status = 400) =>
  new StripeFailure(status, "invalid_request_error", message, details);

export const noSuchAccount = (id: string) =>
  invalidRequest(`No such account: '${id}'`, { code: "resource_missing", param: "account" }, 404);

export const notFoundV2 = (id: string) => invalidRequest(`No such object: '${id}'`, { code: "not_found" }, 404);

export const accountGone = (id: string) =>
  invalidRequest(
    `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    { code: "account_invalid" },
    403,
  );
