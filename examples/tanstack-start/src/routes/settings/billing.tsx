import { createFileRoute } from "@tanstack/react-router";
import { createServerFn } from "@tanstack/react-start";
import { getRequest } from "@tanstack/react-start/server";
import { StripeConnectionCard } from "react-stripe-connection";
import { handler } from "../../stripe.server";

// Without a connection the card asks for it by itself, and shows what is wrong.
const readConnection = createServerFn().handler(() => handler.connectionFor(getRequest()).catch(() => undefined));

export const Route = createFileRoute("/settings/billing")({ loader: () => readConnection(), component: Billing });

function Billing() {
  return (
    <StripeConnectionCard
      endpoint="/api/stripe/test"
      platformName="Acme Cloud"
      initialConnection={Route.useLoaderData()}
      connectJsUrl={import.meta.env.VITE_CONNECT_JS_URL}
    />
  );
}
