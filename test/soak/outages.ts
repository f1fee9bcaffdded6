import pg from "pg";
import type { DatabaseAction } from "./postgresProcess.js";
import type { World } from "./world.js";
import { BASE } from "./world.js";

/** What happens to the database. */
export const OUTAGES = ["row lock", "table lock", "killed backends", "restart", "SIGSTOP", "full disk"] as const;
export type Outage = (typeof OUTAGES)[number];

/** The database of the run, and who can hurt it. */
export interface Database {
  url: string;
  schema: string;
  /** False where the disk can't be filled: that takes an account that may mount a file system. */
  isLimited: boolean;
  act(action: DatabaseAction): Promise<unknown>;
}

/** Makes an outage. Resolves once it is there, to a function that ends it. */
export async function begin(
  outage: Outage,
  { url, schema, act }: Database,
  tenant: string,
): Promise<() => Promise<void>> {
  switch (outage) {
    case "row lock":
      return hold(url, `select from ${schema}.rsc_connections where tenant = '${JSON.stringify(tenant)}' for update`);
    case "table lock":
      return hold(url, `lock table ${schema}.rsc_connections in access exclusive mode`);
    case "killed backends":
      return killBackends(url);
    case "restart":
      await act("stop");
      return async () => void (await act("start"));
    case "SIGSTOP":
      await act("pause");
      return async () => void (await act("resume"));
    case "full disk":
      await act("fill");
      return async () => void (await act("free"));
  }
}

/** A transaction of another program that keeps its lock. */
async function hold(url: string, text: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("begin");
  const { rowCount } = await client.query(text);
  if (text.startsWith("select") && rowCount !== 1) throw new Error(`there is no row to lock: ${text}`);
  return async () => {
    await client.query("rollback");
    await client.end();
  };
}

async function killBackends(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const kill = () =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
  let isOn = true;
  const run = async () => {
    while (isOn) {
      await kill();
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };
  const running = run();
  return async () => {
    isOn = false;
    await running;
    await client.end();
  };
}

/** What people asked for meanwhile, and how it was answered. */
export interface Traffic {
  /**
   * Since the last call: answers by status ("none": no answer came), and the longest that a request took or has been
   * waiting for, ms.
   */
  take(): { answers: Record<string, number>; slowest: number };
  stop(): Promise<void>;
}

/** `atOnce` requests for connections of any tenant but those that `spared` names, one after another. */
export function startTraffic(
  world: World,
  atOnce: number,
  tenants: readonly string[],
  spared: () => string | null,
): Traffic {
  const stopped = new AbortController();
  let answers: Record<string, number> = {};
  let slowest = 0;
  let next = 0;
  const waitingSince = new Set<number>();
  const work = async (index: number) => {
    while (!stopped.signal.aborted) {
      const tenant = tenants[next++ % tenants.length] ?? "";
      if (tenant === spared()) continue;
      const asked = performance.now();
      waitingSince.add(asked);
      const status = await statusOf(world, index % world.servers.length, tenant);
      waitingSince.delete(asked);
      answers[status] = (answers[status] ?? 0) + 1;
      slowest = Math.max(slowest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const working = Array.from({ length: atOnce }, (_, index) => work(index));
  return {
    take() {
      const now = performance.now();
      const taken = { answers, slowest: Math.max(slowest, ...[...waitingSince].map((asked) => now - asked)) };
      answers = {};
      slowest = 0;
      return taken;
    },
    async stop() {
      stopped.abort();
      await Promise.all(working);
    },
  };
}

/** Of a page's first request. */
export async function statusOf(world: World, index: number, tenant: string): Promise<string> {
  try {
    const response = await fetch(`${world.servers[index]?.url}${BASE}/connection`, {
      headers: { authorization: tenant },
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return "none";
  }
}
