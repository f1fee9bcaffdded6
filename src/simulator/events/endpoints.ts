import type { Rendered } from "../account/renderRequirements.js";

/** Which events an endpoint is told of, and how. */
export interface EndpointOptions {
  /** Receives events of connected accounts. Default true; Stripe's own default is false. */
  connect?: boolean;
  /** `thin`: an event destination for v2's thin events about accounts. Default `snapshot`. */
  payload?: "snapshot" | "thin";
  /** Types of events that it is told of, as Stripe's `enabled_events`. Default `["*"]`: all. */
  events?: readonly string[];
  /** `disabled`: as Stripe leaves an endpoint that failed for days. It is told of nothing. Default `enabled`. */
  status?: "enabled" | "disabled";
  /** The address that a function is called with. Default `https://platform.invalid/webhooks`. */
  url?: string;
  /** The receiver's clock, ms since 1970, for signatures. Default: the time of day, however far `clock.advance` went. */
  now?: () => number;
  /** Names the endpoint over a restart. Default: by order, `we_1`, `we_2` … */
  id?: string;
}

export interface Endpoint {
  id: string;
  secret: string;
  send: (request: Request) => Promise<Response>;
  url: string;
  now: () => number;
  connect: boolean;
  payload: "snapshot" | "thin";
  status: "enabled" | "disabled";
  events: readonly string[];
  /** Seconds. */
  created: number;
}

export type EndpointTarget = string | ((request: Request) => Promise<Response>);

export function createEndpoint(
  target: EndpointTarget,
  secret: string,
  options: EndpointOptions,
  otherwise: { id: string; now: () => number; created: number },
): Endpoint {
  if (secret.trim() === "") {
    throw new Error("react-stripe-connection: a webhook endpoint of the simulator needs a secret, such as whsec_test.");
  }
  return {
    id: otherwise.id,
    secret,
    send: typeof target === "string" ? (request) => fetch(request) : target,
    url: options.url ?? (typeof target === "string" ? target : "https://platform.invalid/webhooks"),
    now: options.now ?? otherwise.now,
    connect: options.connect ?? true,
    payload: options.payload ?? "snapshot",
    status: options.status ?? "enabled",
    events: options.events ?? ["*"],
    created: otherwise.created,
  };
}

/** Whether Stripe would send this event there. An endpoint of the platform's own scope hears nothing of connected accounts. */
export function hears(endpoint: Endpoint, event: Rendered): boolean {
  if (endpoint.status === "disabled") return false;
  const isThin = event["object"] === "v2.core.event";
  const inScope = isThin ? endpoint.payload === "thin" : endpoint.payload === "snapshot" && endpoint.connect;
  const type = String(event["type"]);
  return inScope && endpoint.events.some((enabled) => enabled === "*" || enabled === type);
}
