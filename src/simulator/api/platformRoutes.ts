import type { Endpoint } from "../events/endpoints.js";
import { type Form, textAt } from "./form.js";
import { createdWithin, listPage, PAGING } from "./lists.js";
import { APPLICATION, platformAccount } from "../account/platformAccount.js";
import { renderAccount } from "../account/renderAccount.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call, Platform, Route } from "./route.js";
import { invalidRequest } from "./stripeFailure.js";

/** What Stripe says of the platform itself, of its endpoints, and of what happened. */

function balance({ onBehalfOf }: Call, { accounts, livemode }: Platform): Rendered {
  const account = onBehalfOf === null ? null : accounts.find(onBehalfOf);
  const amounts = (byCurrency: Record<string, number>) => {
    const listed = Object.entries(byCurrency);
    const shown = listed.length > 0 ? listed : [[account?.currency ?? "usd", 0] as const];
    return shown.map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
  };
  const balances = account?.balances ?? { available: {}, pending: {}, reserved: {} };
  return {
    object: "balance",
    available: amounts(balances.available),
    ...(Object.keys(balances.reserved).length > 0 ? { connect_reserved: amounts(balances.reserved) } : {}),
    livemode,
    pending: amounts(balances.pending),
  };
}

/** Without its secret, which Stripe shows only once. `application` tells an endpoint for connected accounts. */
function renderEndpoint(endpoint: Endpoint, { livemode, apiVersion }: Platform): Rendered {
  return {
    id: endpoint.id,
    object: "webhook_endpoint",
    api_version: apiVersion,
    application: endpoint.connect ? APPLICATION.id : null,
    created: endpoint.created,
    description: null,
    enabled_events: [...endpoint.events],
    livemode,
    metadata: {},
    status: endpoint.status,
    url: endpoint.url,
  };
}

/** Thin destinations are v2's alone. */
const endpointsOf = ({ webhooks }: Platform): Endpoint[] =>
  webhooks.endpoints().filter(({ payload }) => payload === "snapshot");

function findEndpoint({ ids: [id = ""] }: Call, platform: Platform): Rendered {
  const endpoint = endpointsOf(platform).find((other) => other.id === id);
  if (endpoint) return renderEndpoint(endpoint, platform);
  throw invalidRequest(`No such webhook endpoint: '${id}'`, { code: "resource_missing", param: "id" }, 404);
}

/** Of the account that is asked on behalf of, else the platform's own. */
const eventsFor = ({ onBehalfOf }: Call, { log }: Platform): Rendered[] =>
  log.list("event").filter((event) => (event["account"] ?? null) === onBehalfOf);

function findEvent(call: Call, platform: Platform): Rendered {
  const [id = ""] = call.ids;
  const event = eventsFor(call, platform).find((other) => other["id"] === id);
  if (event) return event;
  throw invalidRequest(`No such event: '${id}'`, { code: "resource_missing", param: "id" }, 404);
}

/** By type, with `*` for a part of it, and by when it happened. */
function matching(events: Rendered[], form: Form): Rendered[] {
  const type = textAt(form, "type");
  const types = Array.isArray(form["types"]) ? form["types"] : type === undefined ? null : [type];
  const fits = (event: Rendered) =>
    types === null ||
    types.some((wanted) => {
      if (typeof wanted !== "string") return false;
      const parts = wanted.split("*");
      const name = String(event["type"]);
      return parts.length === 1
        ? name === wanted
        : name.startsWith(parts[0] ?? "") && name.endsWith(parts.at(-1) ?? "");
    });
  return createdWithin(events.filter(fits), form);
}

export const platformRoutes: readonly Route[] = [
  { operation: "balance.retrieve", method: "GET", path: /^\/v1\/balance$/, plays: ["expand"], answer: balance },
  {
    operation: "accounts.retrieveCurrent",
    method: "GET",
    path: /^\/v1\/account$/,
    plays: ["expand"],
    answer: ({ onBehalfOf }, platform) =>
      onBehalfOf === null ? platformAccount() : renderAccount(platform.accounts.find(onBehalfOf)),
  },
  {
    operation: "webhookEndpoints.list",
    method: "GET",
    path: /^\/v1\/webhook_endpoints$/,
    plays: PAGING,
    answer: ({ form, path }, platform) =>
      listPage(
        endpointsOf(platform)
          .map((endpoint) => renderEndpoint(endpoint, platform))
          .reverse(),
        form,
        path,
      ),
  },
  {
    operation: "webhookEndpoints.retrieve",
    method: "GET",
    path: /^\/v1\/webhook_endpoints\/([^/]+)$/,
    plays: ["expand"],
    answer: findEndpoint,
  },
  {
    operation: "events.list",
    method: "GET",
    path: /^\/v1\/events$/,
    plays: [...PAGING, "created", "type", "types"],
    answer: (call, platform) => listPage(matching(eventsFor(call, platform), call.form), call.form, call.path),
  },
  {
    operation: "events.retrieve",
    method: "GET",
    path: /^\/v1\/events\/([^/]+)$/,
    plays: ["expand"],
    answer: findEvent,
  },
];
