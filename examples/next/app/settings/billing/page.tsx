import { Suspense } from "react";
import { StripeConnectionCard } from "react-stripe-connection";
import { connectionFor } from "../../../lib/stripe-connection";

const StripeConnection = async () => (
  <StripeConnectionCard
    endpoint="/api/stripe/test"
    platformName="Acme Cloud"
    initialConnection={await connectionFor()}
    connectJsUrl={process.env.NEXT_PUBLIC_CONNECT_JS_URL}
  />
);

export default function BillingPage() {
  return (
    <Suspense>
      <StripeConnection />
    </Suspense>
  );
}
