import { StripeConnectionCard } from "react-stripe-connection";

/** The simulator's form in place of Stripe's; undefined with Stripe's own keys. */
const connectJsUrl = import.meta.env.VITE_CONNECT_JS_URL;

export const BillingSettings = () => (
  <StripeConnectionCard endpoint="/api/stripe/test" platformName="Acme Cloud" connectJsUrl={connectJsUrl} />
);
