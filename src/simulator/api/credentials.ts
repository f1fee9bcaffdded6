import { invalidRequest } from "./stripeFailure.js";

/** Throws Stripe's refusal of a key, which Stripe looks at before anything else. */
export function checkKey(authorization: string | null, secretKey: string): void {
  const key = keyOf(authorization ?? "");
  if (key === null) {
    throw invalidRequest(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.",
      {},
      401,
    );
  }
  if (key.startsWith("pk_")) {
    throw invalidRequest(
      "This API call cannot be made with a publishable API key. Please use a secret API key.",
      { code: "secret_key_required" },
      401,
    );
  }
  if (key !== secretKey) throw invalidRequest(`Invalid API Key provided: ${maskedKey(key)}`, {}, 401);
}

/** The key of `Bearer sk_…`, or of HTTP Basic as `curl -u sk_…:` sends it: the key is the user, without a password. */
function keyOf(authorization: string): string | null {
  const [, scheme = "", credentials = ""] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() === "bearer") return credentials;
  if (!/^[\w+/-]+=*$/.test(credentials)) return null;
  try {
    return atob(credentials).split(":")[0] || null;
  } catch (failure) {
    if (failure instanceof DOMException) return null;
    throw failure;
  }
}

/** `sk_test_********1234`. */
export function maskedKey(key: string): string {
  const prefix = /^[a-z]+_(?:test|live)_/.exec(key)?.[0] ?? "";
  const secret = key.slice(prefix.length);
  const shown = secret.length > 4 ? secret.slice(-4) : "";
  return prefix + "*".repeat(secret.length - shown.length) + shown;
}
