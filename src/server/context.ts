import type Stripe from "stripe";
import type { Connection, DerivedConnection } from "../core/connection.js";
import { ConnectionError } from "../core/errors.js";
import { presentConnection } from "./presentConnection.js";
import type { StoredConnection } from "./store/storedConnection.js";
import type { Viewer } from "./viewer.js";
import { withholdReasons } from "./withholdReasons.js";
import { withAccountsV2 } from "./stripe/accountsV2.js";
import type { ConnectionStore, Key } from "./store/connectionStore.js";
import { tenantKey } from "./store/connectionStore.js";
import { guardStore } from "./store/guardStore.js";
import type { ConnectionHandlerOptions } from "./handlerOptions.js";
import { callUnawaited } from "./hostCode.js";
import { limitedLogger } from "./http/lineLimit.js";
import { consoleLogger, errorFields, type LogFields, type Logger, scrubbing } from "./logger.js";
import { createPlatform, type Platform } from "./stripe/platform.js";
import { type Runtime, systemRuntime } from "./runtime.js";
import { createStripeGateway, type StripeGateway } from "./stripe/stripeGateway.js";

/** What every part of the handler works with. */
export interface HandlerContext {
  options: ConnectionHandlerOptions;
  runtime: Runtime;
  /** The host's client. */
  stripe: Stripe;
  store: ConnectionStore;
  gateway: StripeGateway;
  platform: Platform;
  logger: Logger;
  /** For lines that requests cause, however many there are. */
  requestLogger: Logger;
  /** Counts one. */
  count: (name: string, labels?: Record<string, string>) => void;
  key: (tenant: string) => Key;
  read: (tenant: string) => Promise<StoredConnection | null>;
  /** Opaque hash of tenant, mode, user and rights. Equal for all viewers of a tenant that `authorize` does not tell apart. */
  scopeOf: (viewer: Viewer) => Promise<string>;
  /** What this viewer may see. */
  present: (stored: StoredConnection | null, viewer: Viewer) => Promise<Connection>;
  /** Nothing withheld: for the host's own use. */
  presentWhole: (stored: StoredConnection | null, tenant: string) => Promise<Connection>;
  /** Takes a token of the tenant's bucket, shared by all instances. */
  takeToken: (tenant: string, what: string, perMinute: number) => ReturnType<ConnectionStore["takeToken"]>;
  /** Work that goes on after the answer. A failure is logged, never thrown. */
  later: (what: string, work: () => Promise<unknown>) => void;
  /** When all that was begun has ended. */
  idle: () => Promise<void>;
  /** What {@link later} was given and has not ended. */
  unfinished: () => string[];
  /** A warning, or an info where the store's outage was logged already. */
  logFailure: (message: string, thrown: unknown, fields?: LogFields) => void;
}

export function createHandlerContext(options: ConnectionHandlerOptions): HandlerContext {
  const runtime: Runtime = { ...systemRuntime, ...options.runtime };
  const logger = scrubbing(options.logger ?? consoleLogger);
  const requestLogger = limitedLogger(logger, runtime.monotonicNow);
  const store = guardStore(options.store, { runtime, logger });
  const { mode, countries = [], sections = [] } = options;
  // Both builds of the package are the same at run time.
  const stripe = options.stripe as Stripe;
  const accountsV1 = createStripeGateway(stripe);
  const gateway = options.accounts === "v2" ? withAccountsV2(accountsV1, stripe) : accountsV1;
  const underWay = new Map<Promise<unknown>, string>();
  const { redact = withholdReasons, ready = isConnected } = options;
  const presentation = { mode, countries, sections, ready };
  const scopeOf = async ({ tenant, user, can }: Viewer) =>
    (await tenantKey(JSON.stringify([tenant, mode, user ?? null, can]))).slice(0, 32);
  /** A page counts ages from it, so it comes from the clock of the times that it is compared with. */
  const timeOf = (stored: StoredConnection | null) => (stored ? Date.parse(stored.readAt) : runtime.now());
  const key = (tenant: string): Key => ({ tenant, mode });
  const logFailure: HandlerContext["logFailure"] = (message, thrown, fields) => {
    const isLogged = thrown instanceof ConnectionError && thrown.code === "store_unavailable";
    requestLogger[isLogged ? "info" : "warn"](message, { ...fields, ...errorFields(thrown) });
  };

  return {
    options,
    runtime,
    stripe,
    store,
    gateway,
    platform: createPlatform(gateway, mode),
    logger,
    requestLogger,
    count(name, labels = {}) {
      callUnawaited(
        () => options.metrics?.(name, 1, { mode, ...labels }),
        (thrown) => requestLogger.warn("the host's metrics failed", errorFields(thrown)),
      );
    },
    key,
    scopeOf,
    read: (tenant) => store.read(mode, { tenant }),
    async present(found, viewer) {
      // Asked before the row is looked for again, so that no row that comes meanwhile has a lower one.
      const revision = found ? found.revision : await store.latestRevision();
      const stored = found ?? (await store.read(mode, viewer));
      const scope = await scopeOf(viewer);
      return presentConnection(stored, viewer, { redact, scope, revision, now: timeOf(stored), ...presentation });
    },
    async presentWhole(stored, tenant) {
      const host: Viewer = { tenant, can: { view: true, connect: true, update: true, disconnect: true } };
      const scope = await scopeOf(host);
      const nothingWithheld = { redact: (derived: DerivedConnection) => derived, revision: 0 };
      return presentConnection(stored, host, { scope, now: timeOf(stored), ...nothingWithheld, ...presentation });
    },
    async takeToken(tenant, what, perMinute) {
      return store.takeToken({ bucket: `${await tenantKey(tenant)}:${mode}:${what}`, perMinute });
    },
    later(what, work) {
      const done = work().catch((thrown: unknown) => logFailure(`${what} failed`, thrown));
      underWay.set(done, what);
      void done.finally(() => underWay.delete(done));
      callUnawaited(
        () => options.waitUntil?.(done),
        // Some platforms refuse it outside of a request. The work goes on as long as the process does.
        (thrown) => requestLogger.warn("the host's waitUntil failed", errorFields(thrown)),
      );
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.keys());
    },
    unfinished: () => [...new Set(underWay.values())],
    logFailure,
  };
}

const isConnected = ({ status }: DerivedConnection) => status === "connected";
