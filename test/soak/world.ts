import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/freePort.js";
import { compile, type NodeProcess, startProcess } from "./nodeProcess.js";
import type { ServerProcessOptions } from "./serverProcess.js";
import type { SimulatorProcessOptions } from "./simulatorProcess.js";

const SECRET = "whsec_ofTheSoak";
export const BASE = "/api/stripe/test";

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** An account as Stripe's API shows it, as much of it as we look at. */
export interface AccountAtStripe {
  id: string;
  charges_enabled: boolean;
  payouts_enabled: boolean;
  metadata: Record<string, string>;
}

/** A Stripe that outlives every kill, and the servers of one platform. */
export interface World {
  servers: NodeProcess[];
  /** Again on its port. */
  restart(index: number): Promise<void>;
  /** As a page asks, in a tenant's name. Null: no answer came, the server is dead. */
  ask(index: number, tenant: string, path: string, body?: object): Promise<Answer | null>;
  /** What only the server's own process can do. */
  desk<T>(what: "arm" | "reconcile" | "query" | "use", body?: object, index?: number): Promise<T>;
  atStripe<T>(method: string, ...args: unknown[]): Promise<T>;
  accounts(): Promise<AccountAtStripe[]>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Servers as in production, and a Stripe that delivers its events for as long as the world stands. */
  production?: boolean;
}

export async function openWorld(
  database: ServerProcessOptions["database"] | "pglite",
  count: number,
  { production = false }: WorldOptions = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "rsc-soak-"));
  const [simulatorScript, serverScript] = await Promise.all([
    compile(new URL("./simulatorProcess.ts", import.meta.url)),
    compile(new URL("./serverProcess.ts", import.meta.url)),
  ]);
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const webhooks = ports.map((port) => ({ url: `http://127.0.0.1:${port}${BASE}/webhooks`, secret: SECRET }));
  // Stripe sends to one endpoint: the first of the servers takes it.
  const about: SimulatorProcessOptions = {
    journal: join(folder, "stripe.jsonl"),
    webhooks: webhooks.slice(0, 1),
    ...(production ? { retryDelays: Array.from({ length: 600 }, () => 1_000) } : {}),
  };
  const simulator = await startProcess(simulatorScript, about);
  const where = database === "pglite" ? { folder: join(folder, "pglite") } : database;
  const start = (port: number) => {
    const options: ServerProcessOptions = {
      port,
      simulator: simulator.url,
      database: where,
      secret: SECRET,
      production,
    };
    return startProcess(serverScript, options);
  };
  const servers: NodeProcess[] = [];
  for (const port of ports) servers.push(await start(port));

  const post = async (url: string, body: object, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://app.example.com", ...headers },
      body: JSON.stringify(body),
    });
  const result = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const atStripe = async <T>(method: string, ...args: unknown[]) =>
    (await result<{ result: T }>(await post(`${simulator.url}/_simulator/${method}`, { args }))).result;

  return {
    servers,
    async restart(index) {
      servers[index] = await start(ports[index] ?? 0);
    },
    async ask(index, tenant, path, body = {}) {
      try {
        const response = await post(`${servers[index]?.url}${BASE}${path}`, body, { authorization: tenant });
        return { status: response.status, body: (await response.json()) as Answer["body"] };
      } catch {
        return null;
      }
    },
    desk: async (what, body = {}, index = 0) => result(await post(`${servers[index]?.url}/soak/${what}`, body)),
    atStripe,
    accounts: () => atStripe("accounts"),
    async close() {
      await Promise.all(servers.map((server) => server.end()));
      await simulator.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
