import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import type { Logger } from "../logger.js";
import type { Runtime } from "../runtime.js";
import type { ConnectionStore } from "./connectionStore.js";
import { createOutageLog } from "./outageLog.js";

const VERBS = [
  "read",
  "claim",
  "renewClaim",
  "commitAccount",
  "hear",
  "nextSequence",
  "apply",
  "tombstone",
  "finishDisconnect",
  "takeToken",
  "readAudit",
  "claimCallbacks",
  "ackCallback",
  "listStale",
  "purge",
  "latestRevision",
] as const satisfies (keyof ConnectionStore)[];

/** A verb that takes longer fails. Milliseconds. */
const VERB_MS = 5_000;
/** An embedded database may have to be unpacked first. Milliseconds. */
export const OPEN_MS = 60_000;

interface Surroundings {
  runtime: Pick<Runtime, "after" | "monotonicNow">;
  logger: Pick<Logger, "warn">;
}

/**
 * The store with every call bounded in time, a store of the host's too. Each failure is a `store_unavailable` with its
 * cause, and an outage is logged once.
 */
export function guardStore(store: ConnectionStore, { runtime, logger }: Surroundings): ConnectionStore {
  // A host in plain JavaScript may leave it out.
  const given: Partial<ConnectionStore> | undefined = store;
  const missing = VERBS.filter((verb) => typeof given?.[verb] !== "function");
  if (missing.length > 0) {
    throw new Error(
      `react-stripe-connection: the store has no ${missing.join(", ")}. Pass createPostgresStore(…) of react-stripe-connection/postgres, or a store that passes storeContract of react-stripe-connection/testing.`,
    );
  }
  const statements = createOutageLog(logger, runtime.monotonicNow);
  // A line of its own: it can be down while statements are answered, and the other way round.
  const listening = createOutageLog(logger, runtime.monotonicNow);

  const within = <T>(ms: number, what: string, work: Promise<T>): Promise<T> =>
    rejectAfter(
      runtime.after,
      ms,
      work,
      () => new Error(`react-stripe-connection: ${what} did not answer within ${ms / 1000} s`),
    );

  const call = async <T>(what: string, work: () => Promise<T>, outages = statements): Promise<T> => {
    try {
      if (store.open) await within(OPEN_MS, "`store.open`", store.open());
      const answer = await within(VERB_MS, what, work());
      outages.succeeded();
      return answer;
    } catch (cause) {
      outages.failed(what, cause);
      throw new ConnectionError("store_unavailable", { message: `${what} failed`, retryAfter: 2, cause });
    }
  };

  /** A subscription that begins after its caller was refused belongs to no caller, so it ends at once. */
  const subscribe: NonNullable<ConnectionStore["subscribe"]> = async (...args) => {
    let isRefused = false;
    const begin = async () => {
      const end = await store.subscribe?.(...args);
      if (!end) throw new Error("react-stripe-connection: `store.subscribe` resolved to no function that ends it");
      if (isRefused) await end();
      return end;
    };
    try {
      return await call("`store.subscribe`", begin, listening);
    } catch (thrown) {
      isRefused = true;
      throw thrown;
    }
  };

  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      if (name === "subscribe") return subscribe;
      return (...args: unknown[]) =>
        call(`\`store.${String(name)}\``, async (): Promise<unknown> => Reflect.apply(member, target, args));
    },
  });
}
