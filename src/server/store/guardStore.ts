import { ConnectionError } from "../../core/errors.js";
import type { ConnectionStore } from "./connectionStore.js";

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

/** The store, with its failures told apart from Stripe's and our own. */
export function guardStore(store: ConnectionStore): ConnectionStore {
  // A host in plain JavaScript may leave it out.
  const given: Partial<ConnectionStore> | undefined = store;
  const missing = VERBS.filter((verb) => typeof given?.[verb] !== "function");
  if (missing.length > 0) {
    throw new Error(
      `react-stripe-connection: the store has no ${missing.join(", ")}. Pass createPostgresStore(…) of react-stripe-connection/postgres, or a store that passes storeContract of react-stripe-connection/testing.`,
    );
  }
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        try {
          return await Reflect.apply(member, target, args);
        } catch (cause) {
          throw new ConnectionError("store_unavailable", {
            message: `\`store.${String(name)}\` failed`,
            retryAfter: 2,
            cause,
          });
        }
      };
    },
  });
}
