import { afterParsing } from "../../../../../connections.js";

/** What must not be done: the body is gone before the handler sees it. */
export async function POST(request) {
  await request.json();
  return afterParsing.POST(request);
}
