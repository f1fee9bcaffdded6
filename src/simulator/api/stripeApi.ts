import type { Cause } from "../account/accounts.js";
import type { Rendered } from "../account/renderRequirements.js";
import { ignoredIn } from "../params/ignoredParams.js";
import { judgeParams } from "../params/judgeParams.js";
import { parseJsonBody } from "../v2/jsonBody.js";
import { parseForm } from "./form.js";
import type { Platform } from "./route.js";
import { apiOf, routeFor } from "./routes.js";
import { notPlayed, StripeFailure } from "./stripeFailure.js";

/** One request, as far as the routes care. */
export interface RawCall {
  method: string;
  path: string;
  origin: string;
  query: string;
  body: string;
  onBehalfOf: string | null;
  /** The `Stripe-Version` header. */
  version: string | null;
  cause: Cause;
}

/** What a call answers. */
interface Answer {
  body: Rendered;
  /** Parameters that were accepted and do nothing, as dotted paths. */
  ignored: string[];
}

/** The answer to a call, or a thrown `StripeFailure`. */
export function answerCall(request: RawCall, platform: Platform): Answer {
  const { method, path, origin, query, onBehalfOf, version, cause } = request;
  const route = routeFor(method, path);
  if (!route) throw notPlayed(method, path);
  const api = apiOf(path);
  const parseBody = api === "v2" ? parseJsonBody : parseForm;
  const form = method === "POST" ? parseBody(request.body) : parseForm(query);
  if (onBehalfOf !== null && api === "v1") platform.accounts.find(onBehalfOf);
  const call = { method, path, origin, query, form, ids: idsIn(route.path, path), onBehalfOf, version, cause };
  judgeParams(route.operation, route.accepts?.(call) ?? form, api);
  const body = route.answer(call, platform);
  return { body, ignored: ignoredIn(form, route.plays) };
}

const idsIn = (pattern: RegExp, path: string): string[] => (pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);

/** Stripe's answer to a fault of its own. */
export const internalFailure = (): StripeFailure =>
  new StripeFailure(500, "api_error", "An unknown error occurred in the simulator. Its journal may not be writable.");
