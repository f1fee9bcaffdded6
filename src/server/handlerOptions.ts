import type Stripe from "stripe";
import type StripeOfCommonJs from "stripe" with { "resolution-mode": "require" };
import type { Connection, DerivedConnection, Mode } from "../core/connection.js";
import type { SectionName } from "../core/permissions.js";
import type { Viewer } from "./viewer.js";
import type { AuditRecord, ConnectionStore } from "./store/connectionStore.js";
import type { Logger, Metrics } from "./logger.js";
import type { Runtime } from "./runtime.js";

/**
 * What the web `Request` does not hold. Name your framework's types to read it:
 * `authorize: (request, { node }: AuthorizeContext<ExpressRequest>) => …`.
 */
export interface AuthorizeContext<Req = unknown, Res = unknown> {
  /**
   * The framework's own request and response: `req` and `res` of node:http and Express, Fastify's `request` and `reply`,
   * Koa's `ctx.request` and `ctx.response`. Absent where the handler was given a web `Request` alone.
   */
  node?: {
    /** With what the framework's plug-ins added, such as `session` and `user`. */
    req: Req;
    /** Read it only: the handler answers. */
    res: Res;
  };
}

/** What `accountParams` is asked with. */
export interface AccountParamsInput {
  /** As `authorize` named it. */
  tenant: string;
  /** Chosen by the person, one of `countries`. */
  country?: string;
  /** Chosen by the person; Stripe asks in its form where it is left out. */
  businessType?: "individual" | "company" | "non_profit" | "government_entity";
}

/** A client of the package `stripe`. The types of its two builds, for ES modules and for CommonJS, are not assignable. */
export type StripeClient = Stripe | StripeOfCommonJs;

/** Of the API that `accounts` names. */
export type NewAccountParams = Stripe.AccountCreateParams | Stripe.V2.Core.AccountCreateParams;

/** What the host's say about a disconnect is asked with. */
export interface DisconnectInput {
  /** As `authorize` named it. */
  tenant: string;
  /** Of the handler. */
  mode: Mode;
  /** The account that would be disconnected. */
  accountId: string;
  /** The whole truth, nothing withheld. */
  connection: Connection;
}

/** What a host's callback is told. It may come more than once after a crash: `id` tells. */
export interface ConnectionFact {
  /** Unique for a tenant and mode. */
  id: string;
  /** As `authorize` named it. */
  tenant: string;
  /** Of the handler. */
  mode: Mode;
  /** Grows with each new account of the tenant. */
  generation: number;
  /** Stripe's `acct_…` id, or null. */
  accountId: string | null;
  /** Why the connection stands as it does, a `ConnectionReason`; of a disconnect `user` or `removed_at_stripe`. */
  reason: string | null;
  /** The earliest deadline, ISO 8601 UTC, or null. */
  deadline: string | null;
}

/** What a promise rejects with is logged, and the callback is called again. */
export type FactCallback = (fact: ConnectionFact) => void | Promise<void>;

/** One handler per mode: mount `/api/stripe/test` and `/api/stripe/live`. */
export interface ConnectionHandlerOptions {
  /** Your client of the `stripe` package. Each call passes its own version, time-out and retries. */
  stripe: StripeClient;
  /** `createPostgresStore` of `react-stripe-connection/postgres`, or your own. */
  store: ConnectionStore;
  /**
   * Returns the viewer of a request. Called once for every request but webhooks. `null`: not signed in (401).
   * Anything but a whole viewer is refused, and so is everything when it throws. `context.node` has the session that
   * Express, Fastify or Koa keep on their own request.
   */
  authorize(
    request: Request,
    context: AuthorizeContext,
  ): Viewer | null | undefined | Promise<Viewer | null | undefined>;
  /** `whsec_…` of the endpoint(s) that send to `{basePath}/webhooks`: Connect, platform, and both of a rolling pair. */
  webhookSecrets: readonly string[];
  /** That of the keys. Events of the other mode are counted and ignored. */
  mode: Mode;
  /** The platform's `pk_…` key of this mode; handed out with each account session. */
  publishableKey: string;
  /** Where it is mounted, such as `/api/stripe/test`. */
  basePath: string;
  /** The address that people's browsers see, such as `https://app.example.com`. */
  publicUrl: string;
  /**
   * Whole origins of pages that may change something and follow the stream of changes, besides the origin of
   * `publicUrl`. Default: none. A request with another `Origin` is refused. For a page of another origin than the
   * handler's, answer its preflights and send the CORS headers (with credentials) before the handler: it sends none.
   */
  allowedOrigins?: readonly string[];
  /** ISO 3166-1 alpha-2, offered for a new account. Default: none, Stripe takes the platform's. */
  countries?: readonly string[];
  /**
   * Stripe's embedded sections beside the card, such as `payouts` and `documents`: `StripeSection` shows them, to each
   * viewer as far as `can` allows. Default: none. docs/sections.md
   */
  sections?: readonly SectionName[];
  /** Which of Stripe's two APIs new accounts are made by. Accounts that v1 made work under both. Default: `v1`. */
  accounts?: "v1" | "v2";
  /**
   * Parameters of a new account, kept with the claim so that a retry sends the same. Country, business type and our
   * metadata are added. Default: no dashboard, Stripe liable, card payments and transfers. With `accounts: "v2"` it is
   * required, because Stripe wants a `contact_email`; what it leaves out is the default.
   * @see https://docs.stripe.com/api/accounts/create and https://docs.stripe.com/api/v2/core/accounts/create
   */
  accountParams?(input: AccountParamsInput): NewAccountParams | Promise<NewAccountParams>;
  /** Where Stripe's hosted page returns to: a page at `publicUrl` or at one of `allowedOrigins`. Default: `publicUrl`. */
  returnUrl?: string;
  /** Where Stripe's hosted page asks for a fresh link, as `returnUrl`. Default: `returnUrl`. */
  refreshUrl?: string;
  /**
   * The host's gate, "may publish plans". Returns true or false at once; other values, a promise too, fail the
   * request. Default: `status === 'connected'`.
   */
  ready?: (derived: DerivedConnection) => boolean;
  /**
   * Capabilities that must be active for `connected`, by Stripe's names such as `card_payments`. Default: what each account
   * requested: payments and payouts, or payouts alone for one that requests transfers only. docs/capabilities.md
   */
  requiredCapabilities?: readonly string[];
  /** `delete` (default) ends the Stripe account, `detach` forgets it and keeps it at Stripe. */
  disconnectPolicy?:
    | "delete"
    | "detach"
    | ((input: DisconnectInput) => "delete" | "detach" | Promise<"delete" | "detach">);
  /** The host's own reasons against a disconnect, as finished sentences. */
  disconnectChecks?(input: DisconnectInput): DisconnectChecks | Promise<DisconnectChecks>;
  /**
   * What viewers may see of Stripe's reasons. Returns a connection at once; other values, a promise too, fail the
   * request. Default: `listed` reads as a review, fraud as an ordinary rejection.
   */
  redact?: (derived: DerivedConnection) => DerivedConnection;
  /** Keeps a serverless function alive for work after the answer. What it throws or rejects with is logged. */
  waitUntil?(work: Promise<unknown>): void;
  /** Default: warnings and errors to the console. */
  logger?: Logger;
  /** Called with a name, 1 and labels for each event ignored, retry and drift. Default: nothing is counted. */
  metrics?: Metrics;
  /** The account works for the first time. */
  onConnected?: FactCallback;
  /** The account stopped working and somebody has to act. */
  onActionNeeded?: FactCallback;
  /** Something is due within 14 days. */
  onDeadlineNear?: FactCallback;
  /** The account is gone; `accountId` is the old one. */
  onDisconnected?: FactCallback;
  /** Clock, timers and ids, for tests. */
  runtime?: Partial<Runtime>;
}

/** What the host says before a disconnect. */
export interface DisconnectChecks {
  /** While there is one, disconnecting is refused. */
  blockers?: readonly string[];
  /** To be read before, in nobody's way. */
  warnings?: readonly string[];
}

/** Which part of an audit trail to read. */
export interface AuditTrailOptions {
  /** How many entries at most, an integer from 1 to 500. Default: 50. */
  limit?: number;
  /** Only entries older than the one with this id: the last one of the page before. Default: from the newest on. */
  before?: number;
}

/** What `createConnectionHandler` makes. */
export interface ConnectionHandler {
  /** As given in the options. */
  readonly basePath: string;
  /**
   * Answers a request below `basePath`. Never rejects. `authorize` gets the context's `node`; anything else that a
   * platform passes as a second argument, such as Next.js its `params`, is ignored.
   */
  fetch(request: Request, context?: AuthorizeContext | object): Promise<Response>;
  /**
   * The connection as the viewer may see it, for server rendering. `authorize` gets the context's `node`. Rejects with a
   * `ConnectionError` as `authorize` decides.
   */
  connectionFor(request: Request, context?: AuthorizeContext): Promise<Connection>;
  /** The whole truth about a tenant, nothing withheld: for the host's own charging and gating. Never hand it to a page. */
  getConnection(tenant: string): Promise<Connection>;
  /** Links an account that the platform has already. Rejects with `conflict` where either is taken. */
  importConnection(tenant: string, accountId: string): Promise<Connection>;
  /**
   * Who connected, imported and disconnected, and when, in this handler's mode: newest first. A page with fewer entries
   * than `limit` is the last one. Rejects with `invalid_request` for options out of range, `store_unavailable` when the
   * store fails. `purgeTenant` deletes the trail.
   */
  auditTrail(tenant: string, options?: AuditTrailOptions): Promise<AuditRecord[]>;
  /**
   * Forgets everything about a tenant in every mode, its audit trail too. Nothing records the purge itself: do so where
   * you need it. The account at Stripe stays.
   */
  purgeTenant(tenant: string): Promise<void>;
  /** Goes through unfinished and stale connections once. Safe on every instance; for a cron where `start` can't run. */
  reconcile(): Promise<ReconcileReport>;
  /** Reconciles regularly and listens for changes. Throws for a period that is no time. */
  start(options?: { /** Milliseconds, a second to a day. Default: 60 000. */ reconcileEvery?: number }): void;
  /** Ends timers, streams and listening, and waits for work under way: 10 seconds at most, then the log names what goes on. */
  close(): Promise<void>;
}

/** What one sweep did. */
export interface ReconcileReport {
  /** Connections that were looked at. */
  checked: number;
  /** Of these, those that could not be read; the log says why, and the next sweep tries again. */
  failed: number;
}
