import type { Io } from "../report.js";

/** Delivers webhooks to a host, and prints one line for each delivered one and for each new reason of a failure. */
export function forwardWebhooks(
  address: string,
  io: Io,
  isStopping: () => boolean,
): (request: Request) => Promise<Response> {
  /** The last failure of each event that is not delivered yet, so that a retry does not repeat its line. */
  const failures = new Map<string, string>();

  return async (request) => {
    const body = await request.text();
    const event = describeEvent(body);
    const say = (outcome: string) =>
      io.print(`${new Date(io.now()).toTimeString().slice(0, 8)}  ${event.type} ${event.account} → ${outcome}`);
    const fail = (failure: string) => {
      if (failures.get(event.id) !== failure) say(`${failure}. It is sent again until your server takes it.`);
      failures.set(event.id, failure);
    };
    let response: Response;
    try {
      const { headers, signal } = request;
      response = await io.fetch(address, { method: "POST", headers, body, signal, redirect: "manual" });
    } catch (thrown) {
      if (!request.signal.aborted) fail(`no answer (${reasonOf(thrown)}): is your server running at ${address}?`);
      else if (!isStopping()) fail(`no answer in time from ${address}`);
      throw thrown;
    }
    if (response.ok) {
      failures.delete(event.id);
      await response.body?.cancel();
      say(String(response.status));
    } else {
      fail(`${response.status}${await problemOf(response)}`);
    }
    return new Response(null, { status: response.status });
  };
}

function describeEvent(body: string): { id: string; type: string; account: string } {
  const event = JSON.parse(body) as { id: string; type: string; account?: string; related_object?: { id: string } };
  return { id: event.id, type: event.type, account: event.account ?? event.related_object?.id ?? "" };
}

/** `fetch` says why in its cause only. */
function reasonOf(thrown: unknown): string {
  const cause: unknown = thrown instanceof Error ? thrown.cause : undefined;
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined;
  return typeof code === "string" ? code : String(thrown);
}

/** The sentence of a handler's refusal, which names the fix. */
async function problemOf(response: Response): Promise<string> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  if (!isProblem) {
    await response.body?.cancel();
    return "";
  }
  // Of a body that can't be read the status is all there is to tell.
  const problem: unknown = await response.json().catch(() => null);
  const title: unknown = Reflect.get(Object(problem), "title");
  return typeof title === "string" ? ` (${title})` : "";
}
