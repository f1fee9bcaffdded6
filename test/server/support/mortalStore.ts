import type { ConnectionStore } from "react-stripe-connection/server";

/** The process fails at a verb: before it or, with its answer lost, after it. `dies`: nothing of it works any more. */
export interface StoreCrash {
  at: "store";
  verb:
    | "claim"
    | "commitAccount"
    | "hear"
    | "nextSequence"
    | "apply"
    | "tombstone"
    | "finishDisconnect"
    | "ackCallback"
    | "read";
  when: "before" | "after";
  dies: boolean;
}

export interface Mortal {
  store: ConnectionStore;
  arm(crash: StoreCrash): void;
  /** Whether the process has died. */
  disarm(): boolean;
}

/** A process's hold on a store. Notes what it must tell the host, and what breaks the rules. */
export function mortalStore(
  store: ConnectionStore,
  { broken, expected }: { broken: string[]; expected: Set<string> },
): Mortal {
  let armed: StoreCrash | null = null;
  let isDead = false;

  /** What every answer of a verb must hold to. */
  const watch = (verb: string, input: Record<string, unknown>, result: unknown, over: ReadonlySet<number>): void => {
    const answer = result as {
      outcome?: string;
      finished?: boolean;
      connection?: Record<string, unknown> | null;
    } | null;
    const row = answer?.connection;
    if (verb === "apply" && answer?.outcome === "applied") {
      if (row?.["state"] !== "linked") broken.push(`a read was written over a row that is ${String(row?.["state"])}`);
      if (row?.["connectedAt"] != null) expected.add(`${String(row["generation"])}:connected`);
    }
    if (verb === "finishDisconnect" && answer?.finished === true && row?.["state"] === "disconnected") {
      expected.add(`${String(input["generation"])}:disconnected`);
      ended.add(Number(input["generation"]));
    }
    if (verb === "read" && result !== null) {
      const { state, generation } = result as { state: string; generation: number };
      if (over.has(generation) && state !== "disconnected") broken.push(`a tombstone became ${state}`);
    }
  };
  const ended = new Set<number>();

  const proxy = new Proxy(store, {
    get(target, name) {
      const verb: unknown = Reflect.get(target, name);
      if (typeof verb !== "function" || typeof name !== "string") return verb;
      return async (...args: unknown[]): Promise<unknown> => {
        if (isDead) throw new Error("the process is dead");
        const crash = armed?.verb === name ? armed : null;
        if (crash) {
          armed = null;
          isDead = crash.dies;
        }
        if (crash?.when === "before") throw new Error("the database is gone");
        // What was over when it was asked: an answer that was on its way before may come after.
        const over = new Set(ended);
        const result: unknown = await Reflect.apply(verb, target, args);
        watch(name, (args[0] ?? {}) as Record<string, unknown>, result, over);
        if (crash) throw new Error("the answer of the database is lost");
        return result;
      };
    },
  });

  return {
    store: proxy,
    arm(crash) {
      armed = crash;
    },
    disarm() {
      armed = null;
      return isDead;
    },
  };
}
