import { headers } from "next/headers";
import { StripeConnectionCard } from "react-stripe-connection";
import { connectionsAt } from "../connections.js";

// A Server Component: the card crosses the "use client" boundary with nothing but data.
export default async function Page() {
  const request = new Request("https://app.example.com/", { headers: await headers() });
  const initialConnection = await connectionsAt("/api/stripe/test").connectionFor(request);
  return (
    <main>
      <h1>Billing</h1>
      <StripeConnectionCard
        endpoint="/api/stripe/test"
        platformName="Acme Cloud"
        initialConnection={initialConnection}
      />
    </main>
  );
}
