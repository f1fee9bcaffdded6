import type { FaultKind, Faults } from "../faults.js";
import { isJson } from "./isJson.js";
import type { Idempotency, Kept } from "./idempotency.js";
import type { Records } from "../records.js";
import type { Platform } from "./route.js";
import { answerCall, apiOf, checkKey, internalFailure, type RawCall, routeFor } from "./stripeApi.js";
import { invalidRequest, StripeFailure } from "./stripeFailure.js";

interface Wiring {
  platform: Platform;
  faults: Faults;
  idempotency: Idempotency;
  records: Records;
  /** Starts what the call caused. */
  wake: () => void;
}

/** Stripe's API over HTTP: keys, faults, idempotency and the error envelope around the routes. */
export async function answerStripe(request: Request, wiring: Wiring): Promise<Response> {
  const { platform, idempotency } = wiring;
  const requestId = `req_${platform.random(14)}`;
  const url = new URL(request.url);
  const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
  const raw: RawCall = {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    body: await request.text(),
    onBehalfOf: request.headers.get("stripe-account"),
    cause: { id: requestId, idempotencyKey: key },
  };
  const call = [raw.method, raw.path, raw.onBehalfOf ?? "", raw.body].join("\n");
  const respond = (result: Kept, replayed = false) => answer(request, requestId, result, replayed);
  let begun = false;
  try {
    checkKey(request.headers.get("authorization"), platform);
    checkForm(request);
    const kept = key === null ? null : idempotency.begin(key, call);
    if (kept) return respond(kept, true);
    begun = true;
    return await carryOut(raw, request, wiring, respond, (result) => {
      if (key !== null) idempotency.keep(key, call, result);
    });
  } catch (failure) {
    if (!(failure instanceof StripeFailure)) throw failure;
    // Refused before anything was done: the same key may come again.
    return respond({ status: failure.status, body: failure.envelope(apiOf(raw.path)) });
  } finally {
    if (begun && key !== null) idempotency.end(key);
  }
}

/** Does it, and has it in the journal before anybody hears of it. */
async function carryOut(
  raw: RawCall,
  request: Request,
  { platform, faults, records, wake }: Wiring,
  respond: (result: Kept) => Response,
  keep: (result: Kept) => void,
): Promise<Response> {
  await faults.delay(request.signal);
  const fault = faults.take(routeFor(raw.method, raw.path)?.operation ?? "unknown");
  if (fault !== null && fault !== "lost_answer") return misbehave(fault, request, respond, faults);
  const result: Kept = { status: 200, body: answerCall(raw, platform) };
  keep(result);
  try {
    await records.flush();
  } catch {
    // It may or may not be in the journal: say so as Stripe would, and the retry finds out.
    throw internalFailure();
  }
  wake();
  if (fault === "lost_answer") throw new TypeError("fetch failed: the simulator lost its answer");
  return respond(result);
}

async function misbehave(
  fault: Exclude<FaultKind, "lost_answer">,
  request: Request,
  respond: (result: Kept) => Response,
  faults: Faults,
): Promise<Response> {
  if (fault === "timeout") return faults.never(request.signal);
  if (fault === "reset") throw new TypeError("fetch failed: the simulator broke the line");
  if (fault === "html") {
    const headers = { "content-type": "text/html", "stripe-simulator": "1" };
    return new Response("<html><body><h1>502 Bad Gateway</h1></body></html>", { status: 502, headers });
  }
  const { status, code, headers = {} } = fault;
  const type =
    fault.type ?? (status >= 500 ? "api_error" : status === 429 ? "rate_limit_error" : "invalid_request_error");
  const message = fault.message ?? `The simulator was told to fail with ${status}.`;
  const failure = new StripeFailure(status, type, message, code === undefined ? {} : { code });
  const response = respond({ status, body: failure.envelope(apiOf(new URL(request.url).pathname)) });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function answer(request: Request, requestId: string, { status, body }: Kept, replayed: boolean): Response {
  const key = request.headers.get("idempotency-key");
  const version = request.headers.get("stripe-version");
  return new Response(JSON.stringify(body, null, 2), {
    status,
    headers: {
      "content-type": "application/json",
      "request-id": requestId,
      "stripe-simulator": "1",
      ...(version === null ? {} : { "stripe-version": version }),
      ...(key === null || request.method !== "POST" ? {} : { "idempotency-key": key }),
      ...(replayed ? { "idempotent-replayed": "true" } : {}),
    },
  });
}

/** v1 takes forms, v2 JSON: anything else is a mistake of the caller. */
function checkForm(request: Request): void {
  if (apiOf(new URL(request.url).pathname) === "v2") {
    if (request.method !== "POST" || isJson(request)) return;
    throw invalidRequest("Invalid request: send parameters as JSON, not form-encoded.");
  }
  const type = request.headers.get("content-type") ?? "";
  if (request.method === "POST" && type !== "" && !/^(application\/x-www-form-urlencoded|text\/plain)/.test(type)) {
    throw invalidRequest("Invalid request: send parameters form-encoded, not as JSON.");
  }
}
