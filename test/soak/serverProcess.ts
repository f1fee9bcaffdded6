import { createServer } from "node:http";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import Stripe from "stripe";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { type ConnectionFact, createConnectionHandler, nodeListener } from "react-stripe-connection/server";
import { createKillPoints, type KillPoint } from "./killPoints.js";
import { processOptions, serve } from "./served.js";

export interface ServerProcessOptions {
  /** 0: a free one. */
  port: number;
  simulator: string;
  database: { url: string; schema: string } | { folder: string };
  secret: string;
  /** As docs/database.md says for production: a pool with limits, LISTEN, and sweeps every five seconds. */
  production?: boolean;
}

const options = processOptions<ServerProcessOptions>();
const points = createKillPoints();
const database = await open(options.database);
await database.query(
  "create table if not exists soak_told (name text not null, tenant text not null, generation bigint not null)",
  [],
);

const { hostname, port } = new URL(options.simulator);
const throughPoints: typeof fetch = (input, init) => points.around(init?.method ?? "GET", () => fetch(input, init));
const tell =
  (name: string) =>
  async ({ tenant, generation }: ConnectionFact) => {
    await points.around("tell", () =>
      database.query("insert into soak_told values ($1, $2, $3)", [name, tenant, generation]),
    );
  };
const handler = createConnectionHandler({
  stripe: new Stripe("sk_test_simulated", {
    host: hostname,
    port: Number(port),
    protocol: "http",
    httpClient: Stripe.createFetchHttpClient(throughPoints),
  }),
  store: createPostgresStore({
    query: (text, params, name) => points.around("store", () => database.query(text, params, name)),
    ...(options.production ? { listen: listenWithPg(() => new pg.Client(settingsOf(options.database))) } : {}),
  }),
  mode: "test",
  publishableKey: "pk_test_simulated",
  webhookSecrets: [options.secret],
  basePath: "/api/stripe/test",
  publicUrl: "https://app.example.com",
  // The tenant by its name: there is nobody here to be kept out.
  authorize: (request) => {
    const tenant = request.headers.get("authorization");
    return tenant ? { tenant, user: "ada", can: { view: true, connect: true, update: true, disconnect: true } } : null;
  },
  onConnected: tell("connected"),
  onDisconnected: tell("disconnected"),
});
const listener = nodeListener(handler);

/** What the one who kills asks of us. */
const desk: Record<string, (body: never) => Promise<unknown>> = {
  "/soak/arm": async (point: KillPoint) => points.arm(point),
  "/soak/reconcile": async () => handler.reconcile(),
  "/soak/query": async ({ text }: { text: string }) => (await database.query(text, [])).rows,
  "/soak/use": async () => database.use(),
};

const server = createServer((request, response) => {
  const answer = desk[request.url ?? ""];
  if (!answer) return void listener(request, response);
  let body = "";
  request.on("data", (chunk) => (body += String(chunk)));
  request.on("end", () => {
    answer(JSON.parse(body) as never).then(
      (result) => response.end(JSON.stringify(result ?? null)),
      (thrown: unknown) => {
        response.statusCode = 500;
        response.end(String(thrown));
      },
    );
  });
});
if (options.production) handler.start({ reconcileEvery: 5_000 });
await serve(server, options.port, async () => {
  await handler.close();
  await database.end();
});

interface Database {
  query(text: string, params: unknown[], name?: string): Promise<{ rows: unknown[] }>;
  /** Of the pool's connections: how many are busy, and how many statements wait for one. */
  use(): { busy: number; waiting: number };
  end(): Promise<void>;
}

async function open(where: ServerProcessOptions["database"]): Promise<Database> {
  if ("folder" in where) {
    const db = await PGlite.create(where.folder);
    return {
      query: (text, params) => db.query(text, params),
      use: () => ({ busy: 0, waiting: 0 }),
      end: () => db.close(),
    };
  }
  const limits = options.production
    ? { connectionTimeoutMillis: 5_000, query_timeout: 10_000, statement_timeout: 8_000, lock_timeout: 2_000 }
    : {};
  const pool = new pg.Pool({ ...settingsOf(where), ...limits, max: 10 });
  pool.on("error", (error) => console.error(error.message));
  return {
    query: (text, values, name) => pool.query({ text, values, name }),
    use: () => ({ busy: pool.totalCount - pool.idleCount, waiting: pool.waitingCount }),
    end: () => pool.end(),
  };
}

function settingsOf(where: ServerProcessOptions["database"]): pg.ClientConfig {
  return "folder" in where ? {} : { connectionString: where.url, options: `-c search_path=${where.schema}` };
}
