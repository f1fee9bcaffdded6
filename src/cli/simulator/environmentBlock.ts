import type { ListeningSimulator } from "../../simulator/listen.js";
import type { StripeSimulator } from "../../simulator/stripeSimulator.js";

/** What the simulator signs its webhooks with. The same after each restart, as undelivered ones are sent then. */
export const WEBHOOK_SECRET = "whsec_simulated";

/** Lines to paste into a host's `.env` file. */
export function environmentBlock(
  { url, connectJsUrl }: ListeningSimulator,
  { secretKey, publishableKey }: StripeSimulator,
): string[] {
  return [
    "# Your server's environment:",
    `STRIPE_TEST_SECRET_KEY=${secretKey}`,
    `STRIPE_TEST_PUBLISHABLE_KEY=${publishableKey}`,
    `STRIPE_TEST_WEBHOOK_SECRET=${WEBHOOK_SECRET}`,
    `STRIPE_API_URL=${url}`,
    "# The page's, for the card's connectJsUrl. Take the name that your bundler passes on to the page:",
    `NEXT_PUBLIC_CONNECT_JS_URL=${connectJsUrl}`,
    `VITE_CONNECT_JS_URL=${connectJsUrl}`,
  ];
}
