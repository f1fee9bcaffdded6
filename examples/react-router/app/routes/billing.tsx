import { StripeConnectionCard } from "react-stripe-connection";
import { handler } from "../stripe.server";
import type { Route } from "./+types/billing";

// Without a connection the card asks for it by itself, and shows what is wrong.
export const loader = ({ request }: Route.LoaderArgs) => handler.connectionFor(request).catch(() => undefined);

export default function Billing({ loaderData }: Route.ComponentProps) {
  return (
    <StripeConnectionCard
      endpoint="/api/stripe/test"
      platformName="Acme Cloud"
      initialConnection={loaderData}
      connectJsUrl={import.meta.env.VITE_CONNECT_JS_URL}
    />
  );
}
