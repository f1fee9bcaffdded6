import { Suspense } from "react";
import { StripeConnectionCard } from "react-stripe-connection";
import { connectionFor } from "../../../lib/stripe-connection";

export default function BillingPage() {
  return (
    <Suspense>
      <StripeConnection />
    </Suspense>
  );
}

async function StripeConnection() {
  return (
    <StripeConnectionCard
      endpoint="/api/stripe/test"
      platformName="Acme Cloud"
      initialConnection={await connectionFor()}
      connectJsUrl={process.env.NEXT_PUBLIC_CONNECT_JS_URL}
    />
  );
}
