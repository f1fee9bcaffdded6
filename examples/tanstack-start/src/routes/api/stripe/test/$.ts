import { createFileRoute } from "@tanstack/react-router";
import { handler } from "../../../../stripe.server";

const answer = ({ request }: { request: Request }) => handler.fetch(request);

export const Route = createFileRoute("/api/stripe/test/$")({
  server: { handlers: { GET: answer, POST: answer } },
});
