import type { FaultKind, Faults } from "../faults.js";
import type { IgnoredParams } from "../params/ignoredParams.js";
import type { Records } from "../records.js";
import { seconds } from "../clock.js";
import { checkKey } from "./credentials.js";
import { isJson } from "./isJson.js";
import { checkIdempotencyKey, type Idempotency, type Kept } from "./idempotency.js";
import type { Platform } from "./route.js";
import { apiOf, routeFor } from "./routes.js";
import { answerCall, internalFailure, type RawCall } from "./stripeApi.js";
import { invalidRequest, StripeFailure } from "./stripeFailure.js";
import { checkVersion } from "./versions.js";

interface Wiring {
  platform: Platform;
  faults: Faults;
  idempotency: Idempotency;
  records: Records;
  /** The time of day, in ms. */
  wall: () => number;
  onIgnored: (ignored: IgnoredParams) => void;
  /** Starts what the call caused. */
  wake: () => void;
}

/** How one request is answered, whatever comes of it. */
interface Respond {
  (result: Kept, replayed?: boolean): Response;
  refusal(failure: StripeFailure): Response;
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
    origin: url.origin,
    query: url.search.slice(1),
    body: await request.text(),
    onBehalfOf: request.headers.get("stripe-account"),
    version: request.headers.get("stripe-version"),
    cause: { id: requestId, idempotencyKey: key },
  };
  const api = apiOf(raw.path);
  const call = [raw.method, raw.path, raw.onBehalfOf ?? "", raw.body].join("\n");
  const respond = responder(request, requestId, platform);
  let begun = false;
  try {
    checkKey(request.headers.get("authorization"), platform.secretKey);
    checkVersion(raw.version, api, { own: platform.apiVersion, now: wiring.wall() });
    checkForm(request);
    if (key !== null) checkIdempotencyKey(key);
    const kept = key === null ? null : idempotency.begin(key, call);
    if (kept) return respond(kept, true);
    begun = true;
    return await carryOut(raw, request, wiring, respond, (result) => {
      if (key !== null) idempotency.keep(key, call, result);
    });
  } catch (failure) {
    if (!(failure instanceof StripeFailure)) throw failure;
    // Refused before anything was done: the same key may come again.
    return respond.refusal(failure);
  } finally {
    if (begun && key !== null) idempotency.end(key);
  }
}

/** Does it, and has it in the journal before the answer leaves. */
async function carryOut(
  raw: RawCall,
  request: Request,
  { platform, faults, records, onIgnored, wake }: Wiring,
  respond: Respond,
  keep: (result: Kept) => void,
): Promise<Response> {
  await faults.delay(request.signal);
  const operation = routeFor(raw.method, raw.path)?.operation ?? "unknown";
  const fault = faults.take(operation);
  if (fault !== null && fault !== "lost_answer") return misbehave(fault, request, respond, faults);
  const { body, ignored } = answerCall(raw, platform);
  const result: Kept = { status: 200, body, ...(ignored.length > 0 ? { ignored } : {}) };
  keep(result);
  try {
    await records.flush();
  } catch {
    // It may or may not be in the journal: say so as Stripe would, and the retry finds out.
    throw internalFailure();
  }
  wake();
  if (ignored.length > 0) onIgnored({ operation, params: ignored });
  if (fault === "lost_answer") throw new TypeError("fetch failed: the simulator lost its answer");
  return respond(result);
}

async function misbehave(
  fault: Exclude<FaultKind, "lost_answer">,
  request: Request,
  respond: Respond,
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
  const response = respond.refusal(new StripeFailure(status, type, message, code === undefined ? {} : { code }));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function responder(request: Request, requestId: string, { livemode, time }: Platform): Respond {
  const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
  const version = request.headers.get("stripe-version");
  const respond = ({ status, body, ignored }: Kept, replayed = false) =>
    new Response(JSON.stringify(body, null, 2), {
      status,
      headers: {
        "content-type": "application/json",
        "request-id": requestId,
        "stripe-simulator": "1",
        ...(version === null ? {} : { "stripe-version": version }),
        ...(key === null ? {} : { "idempotency-key": key }),
        ...(replayed ? { "idempotent-replayed": "true" } : {}),
        ...(ignored ? { "stripe-simulator-ignored": ignored.join(", ") } : {}),
      },
    });
  const refusal = (failure: StripeFailure) => {
    const logged = { id: requestId, livemode, at: seconds(time.now()) };
    return respond({ status: failure.status, body: failure.envelope(apiOf(new URL(request.url).pathname), logged) });
  };
  return Object.assign(respond, { refusal });
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
