import type { Endpoint } from "../events/endpoints.js";
import { textAt } from "../api/form.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call, Platform, Route } from "../api/route.js";
import { notFoundV2 } from "../api/stripeFailure.js";
import { listPageV2 } from "./listPageV2.js";
import { timeV2 } from "./renderRequirementsV2.js";

function findEvent({ ids }: Call, { log }: Platform): Rendered {
  const [id = ""] = ids;
  const event = log.list("v2.core.event").find((other) => other["id"] === id);
  if (event) return event;
  throw notFoundV2(id);
}

function listEvents(call: Call, { log }: Platform): Rendered {
  const { form } = call;
  const about = textAt(form, "object_id");
  const types = form["types"];
  const events = log.list("v2.core.event").filter((event) => {
    const related = event["related_object"] as { id: string } | undefined;
    const isAbout = about === undefined || related?.id === about;
    return isAbout && (!Array.isArray(types) || types.includes(String(event["type"])));
  });
  return listPageV2(events, call);
}

/** Both kinds of endpoints are destinations to v2. The address is shown only to who asks for it. */
function renderDestination(endpoint: Endpoint, { form }: Call, { livemode, apiVersion }: Platform): Rendered {
  const isThin = endpoint.payload === "thin";
  const included = form["include"];
  const isUrlAsked = Array.isArray(included) && included.includes("webhook_endpoint.url");
  return {
    id: endpoint.id,
    object: "v2.core.event_destination",
    created: timeV2(endpoint.created),
    description: "",
    enabled_events: [...endpoint.events],
    event_payload: endpoint.payload,
    events_from: [!isThin && endpoint.connect ? "other_accounts" : "self"],
    livemode,
    metadata: {},
    name: endpoint.id,
    ...(isThin ? {} : { snapshot_api_version: apiVersion }),
    status: endpoint.status,
    type: "webhook_endpoint",
    updated: timeV2(endpoint.created),
    ...(isUrlAsked ? { webhook_endpoint: { url: endpoint.url } } : {}),
  };
}

export const eventRoutesV2: readonly Route[] = [
  {
    operation: "v2.core.events.retrieve",
    method: "GET",
    path: /^\/v2\/core\/events\/([^/]+)$/,
    plays: [],
    answer: findEvent,
  },
  {
    operation: "v2.core.events.list",
    method: "GET",
    path: /^\/v2\/core\/events$/,
    plays: ["limit", "object_id", "page", "types"],
    answer: listEvents,
  },
  {
    operation: "v2.core.eventDestinations.list",
    method: "GET",
    path: /^\/v2\/core\/event_destinations$/,
    plays: ["include", "limit", "page"],
    answer: (call, platform) =>
      listPageV2(
        platform.webhooks.endpoints().map((endpoint) => renderDestination(endpoint, call, platform)),
        call,
      ),
  },
];
