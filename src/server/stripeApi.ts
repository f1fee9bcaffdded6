import type Stripe from "stripe";

const EXAMPLE = "http://127.0.0.1:4244";

/**
 * The `stripe` package's config for an API address that an environment variable holds:
 * `new Stripe(secretKey, stripeApi(process.env.STRIPE_API_URL))`. `{}`, which is Stripe's own API, for undefined or an
 * empty text. Throws for an address that is not of this machine, because the secret key would be sent there.
 */
export function stripeApi(url: string | undefined): Pick<Stripe.StripeConfig, "host" | "port" | "protocol"> {
  const text = url?.trim() ?? "";
  if (text === "") return {};
  const parsed = parse(text);
  if (!parsed) throw refusal(`must be http:// or https:// with a host and a port, such as ${EXAMPLE}`);
  if (!isLoopback(parsed.hostname)) {
    throw refusal(
      `must be a loopback address, such as ${EXAMPLE}, because the secret key is sent there. ` +
        "Unset it to use Stripe, or pass `host`, `port` and `protocol` to `new Stripe` yourself",
    );
  }
  const protocol = parsed.protocol === "https:" ? "https" : "http";
  return {
    // Node's sockets take an IPv6 address without its brackets.
    host: parsed.hostname.replace(/^\[|\]$/g, ""),
    port: parsed.port === "" ? (protocol === "https" ? 443 : 80) : Number(parsed.port),
    protocol,
  };
}

/** Null for what the three fields of the config can't say: another protocol, a path, a query, a user. */
function parse(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` ? url : null;
}

/** Whether a `hostname` of a URL is of this machine alone. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

/** Does not repeat the address: it may hold a password. */
function refusal(what: string): Error {
  return new Error(`react-stripe-connection: the address of Stripe's API (STRIPE_API_URL) ${what}.`);
}
