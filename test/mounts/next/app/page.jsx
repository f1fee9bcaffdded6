import { Suspense } from "react";
import { StripeConnectionCard } from "react-stripe-connection";
import { mounted } from "../connections.js";

export default function Page() {
  return (
    <main>
      <h1>Billing</h1>
      <Suspense>
        <Billing />
      </Suspense>
    </main>
  );
}

// A Server Component: the card crosses the "use client" boundary with nothing but data.
async function Billing() {
  return (
    <StripeConnectionCard
      endpoint="/app/api/stripe/test"
      platformName="Acme Cloud"
      initialConnection={await mounted.connectionFor()}
    />
  );
}
