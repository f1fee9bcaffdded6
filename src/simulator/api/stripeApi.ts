import { accountRoutes } from "./accountRoutes.js";
import type { Cause } from "../account/accounts.js";
import { parseForm } from "./form.js";
import { platformRoutes } from "./platformRoutes.js";
import { rejectionRoutes } from "./rejectionRoutes.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Platform, Route } from "./route.js";
import { sessionRoutes } from "./sessionRoutes.js";
import { invalidRequest, StripeFailure } from "./stripeFailure.js";
import { accountRoutesV2 } from "../v2/accountRoutesV2.js";
import { eventRoutesV2 } from "../v2/eventRoutesV2.js";
import { parseJsonBody } from "../v2/jsonBody.js";

const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...rejectionRoutes,
  ...sessionRoutes,
  ...platformRoutes,
  ...accountRoutesV2,
  ...eventRoutesV2,
];

/** Which of Stripe's two APIs a path belongs to: they differ in bodies and errors. */
export const apiOf = (path: string): "v1" | "v2" => (path.startsWith("/v2/") ? "v2" : "v1");

export const routeFor = (method: string, path: string): Route | undefined =>
  ROUTES.find((route) => route.method === method && route.path.test(path));

/** Checks the key, as Stripe does before anything else. */
export function checkKey(authorization: string | null, platform: Platform): void {
  const key = /^Bearer (.+)$/.exec(authorization ?? "")?.[1];
  if (key === undefined) {
    throw invalidRequest(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.",
      {},
      401,
    );
  }
  if (key.startsWith("pk_")) {
    throw invalidRequest(
      "This API call cannot be made with a publishable API key. Please use a secret API key.",
      { code: "secret_key_required" },
      401,
    );
  }
  if (key !== platform.secretKey) throw invalidRequest(`Invalid API Key provided: ${masked(key)}`, {}, 401);
}

const masked = (key: string) => `${key.slice(0, 8)}${"*".repeat(Math.max(4, key.length - 12))}`;

/** One request, as far as the routes care. */
export interface RawCall {
  method: string;
  path: string;
  query: string;
  body: string;
  onBehalfOf: string | null;
  cause: Cause;
}

/** The answer to a call, or a thrown `StripeFailure`. */
export function answerCall(request: RawCall, platform: Platform): Rendered {
  const { method, path, query, onBehalfOf, cause } = request;
  const route = routeFor(method, path);
  if (!route) {
    throw invalidRequest(
      `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
      {},
      404,
    );
  }
  const parseBody = apiOf(path) === "v2" ? parseJsonBody : parseForm;
  const form = method === "POST" ? parseBody(request.body) : parseForm(query);
  for (const name of Object.keys(form)) {
    if (!route.params.includes(name)) {
      throw invalidRequest(`Received unknown parameter: ${name}`, { code: "parameter_unknown", param: name });
    }
  }
  const ids = (route.path.exec(path) ?? []).slice(1).map(decodeURIComponent);
  return route.answer({ method, path, query, form, ids, onBehalfOf, cause }, platform);
}

/** Stripe's answer to a fault of its own. */
export const internalFailure = (): StripeFailure =>
  new StripeFailure(500, "api_error", "An unknown error occurred in the simulator. Its journal may not be writable.");
