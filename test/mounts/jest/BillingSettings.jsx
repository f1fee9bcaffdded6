import { StripeConnectionCard } from "react-stripe-connection";

export const BillingSettings = () => <StripeConnectionCard endpoint="/api/stripe/test" platformName="Acme Cloud" />;
