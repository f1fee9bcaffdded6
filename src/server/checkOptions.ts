import { assertPublishableKey } from "./assertStripeKeys.js";
import { checkKinds } from "./checkKinds.js";
import type { ConnectionHandlerOptions } from "./handlerOptions.js";
import { wrongOption as wrong } from "./wrongOption.js";

/** Refuses to start with what would fail, or be open to anybody, later. */
export function checkOptions(options: ConnectionHandlerOptions): void {
  const { webhookSecrets, mode, basePath, publicUrl, publishableKey, disconnectPolicy = "delete" } = options;
  checkKinds(options);
  if (mode !== "test" && mode !== "live") throw wrong(`mode is "${String(mode)}"`, 'pass "test" or "live"');
  assertPublishableKey(publishableKey, mode);
  // A host in plain JavaScript may leave it out.
  const stripe: unknown = options.stripe;
  if (typeof stripe !== "object" || stripe === null) {
    throw wrong("there is no Stripe client", "pass `stripe: new Stripe(secretKey)` of the package `stripe`");
  }
  checkAccounts(options);
  if (typeof options.authorize !== "function") throw wrong("there is no authorize", "pass a function of the request");
  if (!["delete", "detach"].includes(disconnectPolicy as string) && typeof disconnectPolicy !== "function") {
    throw wrong(`disconnectPolicy is "${String(disconnectPolicy)}"`, 'pass "delete", "detach" or a function');
  }
  if (!Array.isArray(webhookSecrets) || webhookSecrets.length === 0) {
    throw wrong("there are no webhookSecrets", "pass the `whsec_…` of each endpoint that sends to this handler");
  }
  // An empty secret signs for everybody: `stripe` before 23.1 takes a forged event for a real one.
  if (!webhookSecrets.every((secret: unknown) => typeof secret === "string" && /^whsec_[\w+/=-]+$/.test(secret))) {
    throw wrong("a webhook secret is empty or malformed", "copy the whole `whsec_…` from the endpoint, without spaces");
  }
  if (!/^(\/[\w.~-]+)*$/.test(basePath)) {
    throw wrong(
      `basePath is "${basePath}"`,
      'begin with a slash and end without one, such as "/api/stripe/test"; at the root it is ""',
    );
  }
  for (const [name, url] of Object.entries({
    publicUrl,
    returnUrl: options.returnUrl ?? publicUrl,
    refreshUrl: options.refreshUrl ?? publicUrl,
  })) {
    if (!isHttpUrl(url)) throw wrong(`${name} is "${url}"`, "pass an absolute http(s) address");
  }
  for (const origin of options.allowedOrigins ?? []) {
    // A page's origin is compared letter by letter, and no page has a star in its own.
    if (!isHttpUrl(origin) || origin.includes("*"))
      throw wrong(`allowedOrigins has "${origin}"`, 'pass whole origins such as "https://app.example.com"');
  }
  for (const country of options.countries ?? []) {
    if (!/^[A-Z]{2}$/.test(country)) throw wrong(`countries has "${country}"`, 'pass two capital letters such as "DE"');
  }
}

function checkAccounts({ accounts = "v1", stripe, accountParams }: ConnectionHandlerOptions): void {
  if (accounts === "v1") return;
  if (accounts !== "v2") throw wrong(`accounts is "${String(accounts)}"`, 'pass "v1" or "v2"');
  if (typeof accountParams !== "function") {
    throw wrong('accounts is "v2" and there is no accountParams', "pass one that gives at least `contact_email`");
  }
  // A client of before 20.1 has none, whatever its types say.
  const { v2 } = stripe as { v2?: { core?: { accounts?: unknown } } };
  if (!v2?.core?.accounts) throw wrong("this Stripe client has no Accounts v2", "update the package `stripe`");
}

function isHttpUrl(text: unknown): boolean {
  return typeof text === "string" && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
