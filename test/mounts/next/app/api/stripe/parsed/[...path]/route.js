import { connectionsAt } from "../../../../../connections.js";

/** What must not be done: the body is gone before the handler sees it. */
export async function POST(request) {
  await request.json();
  return connectionsAt("/api/stripe/parsed").fetch(request);
}
