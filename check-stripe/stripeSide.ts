import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import Stripe from "stripe";
import { CALL } from "../src/server/stripe/stripeGateway.js";
import { createInbox } from "./inbox.js";
import type { Side } from "./place.js";

/** Where `stripe listen --forward-connect-to` has to send. */
export const INBOX_PORT = 4245;

/** It reaches nothing that this run or another one does. */
const RARE_EVENT = "account.external_account.deleted";

export interface StripeKeys {
  secretKey: string;
  /** Of a key without the right to read balances. */
  restrictedKey: string | undefined;
  /** What `stripe listen` prints: with it, webhooks are listened for. */
  webhookSecret: string | undefined;
}

const cannotListen = ({ code, message }: NodeJS.ErrnoException) =>
  `port ${INBOX_PORT} of 127.0.0.1 can't be listened on (${code ?? message}): end the program that uses it, or unset STRIPE_WEBHOOK_SECRET`;

/**
 * Stripe itself. Listens for webhooks where there is a secret to check them with; rejects where the port can't be
 * listened on.
 */
export async function stripeSide({ secretKey, restrictedKey, webhookSecret }: StripeKeys): Promise<Side> {
  const stripe = new Stripe(secretKey);
  const inbox = webhookSecret === undefined ? null : createInbox(stripe, webhookSecret);
  const listener = inbox && getRequestListener((request) => inbox.take(request));
  const server = listener && createServer((incoming, outgoing) => void listener(incoming, outgoing));
  if (server) {
    await new Promise<void>((resolve, reject) => {
      server.once("error", (cause: NodeJS.ErrnoException) => reject(new Error(cannotListen(cause), { cause })));
      server.listen(INBOX_PORT, "127.0.0.1", resolve);
    });
  }
  return {
    isSimulated: false,
    stripe,
    inbox,
    makeEndpoint: ({ url, connect }) =>
      stripe.webhookEndpoints.create({ url, connect, enabled_events: [RARE_EVENT] }, CALL),
    async endEndpoint(id) {
      await stripe.webhookEndpoints.del(id, {}, CALL);
    },
    // The account was made with all that Stripe asks for.
    fillIn: () => Promise.resolve(),
    withoutBalance: () => (restrictedKey === undefined ? null : new Stripe(restrictedKey)),
    async ownVersion() {
      // The SDK always sends a version, and without one Stripe answers in the account's own.
      const response = await fetch("https://api.stripe.com/v1/balance", {
        headers: { authorization: `Bearer ${secretKey}` },
        signal: AbortSignal.timeout(CALL.timeout),
      });
      return response.headers.get("stripe-version");
    },
    nextDay: null,
    async close() {
      if (!server) return;
      await new Promise<void>((resolve, reject) => {
        server.close((failure) => (failure ? reject(failure) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}
