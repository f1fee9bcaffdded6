import type * as v from "valibot";
import type { ConnectionErrorCode } from "../src/core/errors.js";
import { type ANSWERS, PATHS } from "../src/core/protocol.js";
import { accountSessionBody, connectBody, disconnectBody, emptyBody } from "../src/server/http/requestBodies.js";

export interface Operation {
  method: "get" | "post";
  path: (typeof PATHS)[keyof typeof PATHS];
  id: string;
  summary: string;
  description?: string;
  /** Nothing: it has no body. */
  body?: v.GenericSchema;
  /** `events`: a stream of connections; `received`: the webhook was taken. */
  answers: keyof typeof ANSWERS | "events" | "received";
  /** What it may refuse with, besides what every operation of its kind may. */
  refuses: readonly ConnectionErrorCode[];
}

/** From the server's own failures: whatever touches the store, and whatever touches Stripe. */
const STORE = ["store_unavailable"] as const;
const STRIPE = [...STORE, "stripe_unavailable", "platform_not_ready", "timeout", "rate_limited"] as const;

/** Every path of the protocol. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: PATHS.connection,
    id: "getConnection",
    summary: "The connection, as whoever asks may see it",
    description:
      "Changes nothing. It may read the account from Stripe again where the last reading is old; HEAD, prefetches and requests of another site never do.",
    answers: "connection",
    refuses: STRIPE,
  },
  {
    method: "post",
    path: PATHS.connection,
    id: "connect",
    summary: "Make a Stripe account, or resolve to the one that is there",
    description: "Any number of requests, at once or one after the other, make one account.",
    body: connectBody,
    answers: "connection",
    refuses: [...STRIPE, "in_progress", "conflict", "country_unsupported"],
  },
  {
    method: "post",
    path: PATHS.refresh,
    id: "refresh",
    summary: "Read the account from Stripe now",
    body: emptyBody,
    answers: "connection",
    refuses: [...STRIPE, "in_progress", "conflict", "country_unsupported", "disconnect_blocked"],
  },
  {
    method: "post",
    path: PATHS.accountSession,
    id: "createAccountSession",
    summary: "A single-use key to Stripe's embedded forms or sections",
    description:
      "`onboarding` and `management` open Stripe's forms, for who may update. `sections` opens those of the connection's `sections` that are `true`: the back end takes them from its own configuration and the viewer's role, never from the request. Without one it refuses as `forbidden`, where only the role speaks against it, or as `conflict`.",
    body: accountSessionBody,
    answers: "accountSession",
    refuses: [...STRIPE, "conflict"],
  },
  {
    method: "post",
    path: PATHS.onboardingLink,
    id: "createOnboardingLink",
    summary: "A single-use link to Stripe's hosted page, where Stripe grants the account one",
    body: emptyBody,
    answers: "onboardingLink",
    refuses: [...STRIPE, "conflict", "hosted_unavailable"],
  },
  {
    method: "post",
    path: PATHS.dashboardLink,
    id: "createDashboardLink",
    summary: "A link to the account's own Stripe dashboard, where it has one",
    description:
      "Made for one press: it signs the owner of an account with the Express Dashboard in, once. Refused as `dashboard_unavailable` where the account has no dashboard, or Stripe does not open it before the account's details are submitted.",
    body: emptyBody,
    answers: "dashboardLink",
    refuses: [...STRIPE, "conflict", "dashboard_unavailable"],
  },
  {
    method: "post",
    path: PATHS.disconnectPreview,
    id: "previewDisconnect",
    summary: "What a disconnect would do",
    body: emptyBody,
    answers: "disconnectPreview",
    refuses: [...STRIPE, "conflict"],
  },
  {
    method: "post",
    path: PATHS.disconnect,
    id: "disconnect",
    summary: "End the connection that the preview showed",
    description: "`generation` is the preview's. Another one is refused as `conflict`, and nothing is ended.",
    body: disconnectBody,
    answers: "connection",
    refuses: [...STRIPE, "in_progress", "conflict", "disconnect_blocked"],
  },
  {
    method: "get",
    path: PATHS.events,
    id: "followConnection",
    summary: "Every change of the connection, as server-sent events",
    description:
      "Each event is named `connection`, its data is one line of JSON, an answer like that of getConnection, and its id the connection's revision. What is now comes first, unless `Last-Event-ID` names it. A comment comes at least every 45 seconds. The server ends the stream after about five minutes; the client comes back with fresh credentials. A request whose `Origin` or `Sec-Fetch-Site` names another site is refused as `csrf`. 204 where this back end can't push: the client polls, and does not ask again.",
    answers: "events",
    refuses: [...STORE, "rate_limited", "csrf"],
  },
  {
    method: "post",
    path: PATHS.webhooks,
    id: "receiveWebhook",
    summary: "Stripe's events about connected accounts, signed by Stripe",
    description:
      "The body is read as it was sent: whatever parses it first breaks the signature. A missing or malformed signature, or a time out of the tolerance, is refused before the body is read. 2xx only once its effect is kept; Stripe sends it again otherwise.",
    answers: "received",
    refuses: [...STRIPE, "in_progress", "conflict", "forbidden", "country_unsupported"],
  },
];
