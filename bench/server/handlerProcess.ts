import { createServer, type IncomingMessage } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";
import Stripe from "stripe";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { nodeListener } from "react-stripe-connection/node";
import { type ConnectionStore, createConnectionHandler, type StoredConnection } from "react-stripe-connection/server";
import { createMemoryStore } from "react-stripe-connection/simulator";
import { processOptions, serve } from "../../test/soak/served.js";

export interface HandlerProcessOptions {
  database: string;
  /** Stripe, in a process of its own. */
  simulator: string;
  secret: string;
  /** What Stripe says of every account where it is not asked over the network. */
  account: Record<string, unknown>;
}

const { database, simulator, secret, account } = processOptions<HandlerProcessOptions>();
const pool = new pg.Pool({ connectionString: database, max: 10 });
const { hostname, port } = new URL(simulator);
const overNetwork = new Stripe("sk_test_simulated", { host: hostname, port: Number(port), protocol: "http" });
/** What reading an account costs is measured apart: here the answer is there at once. The rest is the SDK's own. */
const atOnce = Object.assign(new Stripe("sk_test_simulated"), {
  accounts: {
    // Begun with a field: a literal that begins with a spread costs Node 20 five microseconds, which are not the handler's.
    retrieve: async (id: string) => Object.assign({ lastResponse: { headers: {} } }, account, { id }),
    listPersons: async () => ({ data: [] }),
    listCapabilities: async () => ({ data: [] }),
  },
}) as unknown as Stripe;

const inDatabase = () =>
  createPostgresStore({
    query: (text, values, name) => pool.query({ text, values, name }),
    listen: listenWithPg(() => new pg.Client({ connectionString: database })),
  });

/** Where a database would cost nothing: what it is asked for is there, and what is written is dropped. */
function free(): ConnectionStore {
  const store = createMemoryStore();
  let sequence = 0;
  let connection: StoredConnection | null = null;
  const answer = async ({ accountId }: { accountId: string }) => ({
    sequence: (sequence += 1),
    connection: await linkedTo(accountId),
  });
  const linkedTo = async (accountId: string): Promise<StoredConnection> => {
    const claim = { tenant: "org", mode: "test", claimId: "c", params: {}, startedBy: null, leaseMs: 60_000 } as const;
    connection ??= (await store.claim(claim)).connection;
    return { ...connection, tenant: accountId, state: "linked", accountId, claim: null };
  };
  return { ...store, hear: answer, apply: async () => ({ outcome: "applied", connection }) };
}

const handlerOver = (stripe: Stripe, store: ConnectionStore, basePath: string) =>
  createConnectionHandler({
    stripe,
    store,
    mode: "test",
    publishableKey: "pk_test_simulated",
    webhookSecrets: [secret],
    basePath,
    publicUrl: "https://app.example.com",
    authorize: (request) => {
      const tenant = request.headers.get("authorization");
      return tenant ? { tenant, can: { view: true, connect: true, update: true, disconnect: true } } : null;
    },
  });
const handlers = [
  handlerOver(overNetwork, inDatabase(), "/network"),
  handlerOver(atOnce, inDatabase(), "/at-once"),
  handlerOver(atOnce, free(), "/free"),
];
const [network, quick, unstored] = handlers.map(nodeListener);

/** What somebody writes who trusts the event: the signature, and a row with the event in it. */
async function bare(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const signature = request.headers["stripe-signature"] ?? "";
  const event = await atOnce.webhooks.constructEventAsync(Buffer.concat(chunks), signature, secret);
  await pool.query({
    name: "bare",
    text: "insert into bare_events (id, type, account, body) values ($1, $2, $3, $4) on conflict do nothing",
    values: [event.id, event.type, event.account, JSON.stringify(event.data.object)],
  });
  return 200;
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const server = createServer((request, response) => {
  const url = request.url ?? "";
  if (url.startsWith("/network/")) void network?.(request, response);
  else if (url.startsWith("/at-once/")) void quick?.(request, response);
  else if (url.startsWith("/free/")) void unstored?.(request, response);
  else if (url === "/processor") response.end(JSON.stringify(process.cpuUsage()));
  else if (url === "/memory") {
    collectGarbage();
    collectGarbage();
    response.end(JSON.stringify(process.memoryUsage()));
  } else {
    bare(request).then(
      (status) => response.writeHead(status).end("{}"),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
  }
});
await serve(server, 0, async () => {
  for (const handler of handlers) await handler.close();
  await pool.end();
});
