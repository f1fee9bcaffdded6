import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";

type Adapter = StripeConnectionAdapter;
/** What is done differently, and the rest as it is. */
export type Breakage = (adapter: Adapter, elsewhere: Adapter) => Partial<Adapter>;

/** Adapters that are broken on purpose, each in one way that people really write. The contract has to notice. */
export const brokenAdapters = {
  /** Keeps answers by hand, and sorts them the wrong way round: a slow answer overwrites a newer one. */
  "older revision wins": (adapter) => {
    let kept: Connection | null = null;
    return {
      async getConnection(call) {
        const next = await adapter.getConnection(call);
        kept = kept !== null && kept.revision < next.revision ? kept : next;
        return structuredClone(kept);
      },
    };
  },

  /** Makes an error of its own of each refusal, and drops what the server said about waiting. */
  "Retry-After ignored": (adapter) => ({
    async createAccountSession(input, call) {
      try {
        return await adapter.createAccountSession(input, call);
      } catch (thrown) {
        if (!(thrown instanceof ConnectionError)) throw thrown;
        throw new ConnectionError(thrown.code, { requestId: thrown.requestId });
      }
    },
  }),

  /** Two processes that know nothing of each other take turns. */
  "two accounts on a race": (adapter, elsewhere) => {
    let turn = 0;
    return { connect: (...args) => ((turn += 1) % 2 ? adapter : elsewhere).connect(...args) };
  },

  /** Says what will be, and does nothing for it. */
  "disconnect resolves early": (adapter) => ({
    async disconnect() {
      const now = await adapter.getConnection();
      const revision = now.revision + 1;
      return {
        ...now,
        revision,
        status: "not_connected",
        reason: "disconnected",
        disconnectedWhy: "user",
        account: null,
      };
    },
  }),

  /** Answers at once with what it had, and asks for the next time: it does not notice who is signed in. */
  "last tenant's data after a switch": (adapter) => {
    let kept: Connection | null = null;
    const keep = async (answer: Promise<Connection>) => {
      kept = await answer;
      return structuredClone(kept);
    };
    return {
      getConnection: async (call) => {
        call?.signal?.throwIfAborted();
        const before = kept;
        const next = await keep(adapter.getConnection(call));
        // Within a tenant this one is even careful about revisions.
        return before !== null && before.revision >= next.revision ? structuredClone(before) : next;
      },
      connect: (input, call) => keep(adapter.connect(input, call)),
      disconnect: (input, call) => keep(adapter.disconnect(input, call)),
    };
  },
} satisfies Record<string, Breakage>;
