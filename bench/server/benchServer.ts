import { cpus } from "node:os";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import Stripe from "stripe";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { compile, startProcess } from "../../test/soak/nodeProcess.js";
import type { SimulatorProcessOptions } from "../../test/soak/simulatorProcess.js";
import { startPostgres } from "../../test/support/postgres.js";
import { type Figure, goal, median, printFigures, quantile } from "./figures.js";
import type { HandlerProcessOptions } from "./handlerProcess.js";
import { openStreams } from "./openStreams.js";
import { deliver, deliverAll, eventAbout, SECRET } from "./webhookLoad.js";

/** Connections in the table at the end, and how many events one measurement has. Fewer for a first look. */
const ROWS = Number(process.env["ROWS"] ?? 1_000_000);
const EVENTS = Number(process.env["EVENTS"] ?? 2_000);
const ROUNDS = 5;
const AT_ONCE = 16;
const SMALL = 1_000;
/** Accounts that are at the simulator, too. */
const REAL = 500;

const ROUTES = {
  bare: "/bare/webhooks",
  atOnce: "/at-once/webhooks",
  network: "/network/webhooks",
  free: "/free/webhooks",
} as const;
type Route = keyof typeof ROUTES;

/** Events in a second, and what each costs the server's process, milliseconds. */
interface Ingest {
  rate: number;
  cost: number;
}

export async function benchServer(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rsc-bench-"));
  const scripts = ["../../test/soak/simulatorProcess.ts", "./handlerProcess.ts"];
  const [simulatorScript = "", handlerScript = ""] = await Promise.all(
    scripts.map((file) => compile(new URL(file, import.meta.url))),
  );
  // As it comes: what is committed is on the disk.
  const postgres = await startPostgres([]);
  const about: SimulatorProcessOptions = { journal: join(folder, "stripe.jsonl"), webhooks: [] };
  const simulator = await startProcess(simulatorScript, about);
  const { hostname, port } = new URL(simulator.url);
  const stripe = new Stripe("sk_test_simulated", { host: hostname, port: Number(port), protocol: "http" });

  step(`${REAL} accounts at the simulator`);
  const ids: string[] = [];
  for (let made = 0; made < REAL; made += 20) {
    const some = Array.from({ length: 20 }, () => stripe.accounts.create({ country: "US", controller: CONTROLLER }));
    ids.push(...(await Promise.all(some)).map(({ id }) => id));
  }
  const account = { ...(await stripe.accounts.retrieve(ids[0] ?? "")) } as unknown as Record<string, unknown>;
  const options: HandlerProcessOptions = { database: postgres.url, simulator: simulator.url, secret: SECRET, account };
  const server = await startProcess(handlerScript, options);
  const admin = new pg.Pool({ connectionString: postgres.url, max: 1 });
  await admin.query("create table bare_events (id text primary key, type text, account text, body text)");
  // The first use makes the tables.
  await fetch(`${server.url}/at-once/connection`, { headers: { authorization: "nobody" } });

  const accounts = Array.from({ length: SMALL }, (_, index) => ids[index] ?? `acct_bench_${index + 1}`);
  let next = 0;
  const ingest = async (routes: readonly Route[]): Promise<Record<Route, Ingest>> => {
    const rates: Record<Route, number[]> = { bare: [], atOnce: [], network: [], free: [] };
    const costs: Record<Route, number[]> = { bare: [], atOnce: [], network: [], free: [] };
    // In turns, so that what else the machine does hits all of them; the first round warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const route of routes) {
        // Each time the next ones, because reads of one account keep apart from each other.
        const known = route === "network" ? ids : accounts;
        const list = Array.from({ length: route === "network" ? EVENTS / 4 : EVENTS }, () => {
          return eventAbout(account, known[next++ % known.length] ?? "");
        });
        const before = await processor();
        const rate = await deliverAll(server.url + ROUTES[route], list, AT_ONCE);
        const cost = ((await processor()) - before) / list.length;
        if (round > 0) {
          rates[route].push(rate);
          costs[route].push(cost);
        }
      }
    }
    const of = (route: Route): Ingest => ({ rate: median(rates[route]), cost: median(costs[route]) });
    return { bare: of("bare"), atOnce: of("atOnce"), network: of("network"), free: of("free") };
  };

  step(`${SMALL} connections in the table`);
  await fill(admin, 1, SMALL, ids);
  // Each row is read for the first time, which makes it as large as it then stays.
  await deliverAll(
    server.url + ROUTES.atOnce,
    accounts.map((id) => eventAbout(account, id)),
    AT_ONCE,
  );
  const before = await updates();
  const small = await ingest(["bare", "atOnce", "network", "free"]);
  const after = await updates();
  const hot = (after.hot - before.hot) / (after.all - before.all);

  const one = await latency(1, 1, 60, 270);
  const memoryBefore = await memory();
  const thousand = await latency(10, 100, 100, 60);
  const memoryEach = thousand.memory.map((value, index) => (value - (memoryBefore[index] ?? 0)) / 1_000 / 1_024);

  step(`${ROWS} connections in the table`);
  await fill(admin, SMALL + 1, ROWS, []);
  const large = await ingest(["bare", "atOnce"]);
  const against = ({ atOnce, bare }: Record<Route, Ingest>) => atOnce.rate / bare.rate;
  const change = 1 - large.atOnce.rate / small.atOnce.rate;
  const besideBare = 1 - against(large) / against(small);
  // Nothing is that old, and then everything is.
  const idleSweep = await sweep(24 * 60 * 60 * 1000);
  const fullSweep = await sweep(0);

  const figures: Figure[] = [
    { what: "bare: signature, one insert", figure: perSecond(small.bare.rate) },
    { what: "handler, Stripe's answer at once", figure: perSecond(small.atOnce.rate) },
    { what: "handler, Stripe asked over the network", figure: perSecond(small.network.rate) },
    { what: "processor time of the server's process, bare", figure: ms(small.bare.cost, 2) },
    { what: "the same, handler", figure: ms(small.atOnce.cost, 2) },
    { what: "the same, Stripe asked over the network", figure: ms(small.network.cost, 2) },
    { what: "the same, handler whose database costs nothing", figure: ms(small.free.cost, 2) },
    goal("handler against bare", against(small), "×", 2, "≥ 0.7 ×", (value) => value >= 0.7),
    goal(
      "updates of a webhook's row that leave the indexes alone (HOT)",
      hot * 100,
      "%",
      1,
      "≥ 90 %",
      (value) => value >= 90,
    ),
    {
      what: "with a database that costs nothing: more can't be had",
      figure: `${(small.free.rate / small.bare.rate).toFixed(2)} ×`,
    },
    { what: "webhook → page, 1 stream, p50", figure: ms(quantile(one.times, 0.5)) },
    goal("webhook → page, 1 stream, p99", quantile(one.times, 0.99), "ms", 1, "≤ 100 ms", (value) => value <= 100),
    { what: "webhook → page, 1,000 streams, p50", figure: ms(quantile(thousand.times, 0.5)) },
    goal(
      "webhook → page, 1,000 streams, p99",
      quantile(thousand.times, 0.99),
      "ms",
      1,
      "≤ 100 ms",
      (value) => value <= 100,
    ),
    { what: "memory of a stream: heap", figure: `${memoryEach[0]?.toFixed(1)} kB` },
    { what: "memory of a stream: resident, with its socket", figure: `${memoryEach[1]?.toFixed(1)} kB` },
    { what: `bare at ${ROWS.toLocaleString("en")} connections`, figure: perSecond(large.bare.rate) },
    { what: `handler at ${ROWS.toLocaleString("en")} connections`, figure: perSecond(large.atOnce.rate) },
    goal(`slower than at ${SMALL.toLocaleString("en")} by`, change * 100, "%", 1, "< 10 %", (value) => value < 10),
    // What else the machine did in one half of the run and not in the other is in the figure above, and not in this one.
    { what: "the same, each against bare beside it", figure: `${(besideBare * 100).toFixed(1)} %` },
    { what: "a sweep asks what is due: nothing", figure: ms(idleSweep) },
    { what: "a sweep asks what is due: everything", figure: ms(fullSweep) },
  ];
  console.log(`\n${NOTES}\n`);
  printFigures(figures);

  await admin.end();
  await server.end();
  await simulator.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });

  /** Heap with what lies beside it, and what the process holds. Bytes. */
  async function memory(): Promise<number[]> {
    const now = (await (await fetch(`${server.url}/memory`)).json()) as NodeJS.MemoryUsage;
    return [now.heapUsed + now.external, now.rss];
  }

  /** What the process of the server has used so far, milliseconds. */
  async function processor(): Promise<number> {
    const used = (await (await fetch(`${server.url}/processor`)).json()) as NodeJS.CpuUsage;
    return (used.user + used.system) / 1_000;
  }

  /** How often the rows of connections were updated so far, and how often without their indexes. */
  async function updates(): Promise<{ all: number; hot: number }> {
    // A session reports what it did after a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { rows } = await admin.query<{ all: number; hot: number }>(
      "select n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_user_tables where relname = 'rsc_connections' and schemaname = current_schema()",
    );
    return rows[0] ?? { all: 0, hot: 0 };
  }

  /** How long the next one to look at takes to be found, milliseconds. */
  async function sweep(age: number): Promise<number> {
    const store = createPostgresStore({ query: (text, values, name) => admin.query({ text, values, name }) });
    const times: number[] = [];
    for (let turn = 0; turn <= 30; turn += 1) {
      const began = performance.now();
      await store.listStale({ mode: "test", unsettledMs: age, settledMs: age, limit: 1 });
      // The first one finds the tables.
      if (turn > 0) times.push(performance.now() - began);
    }
    return median(times);
  }

  /** Changes names at the simulator and tells of it; when each page has the new one. Milliseconds. */
  async function latency(tenants: number, each: number, samples: number, pause: number) {
    step(`${tenants * each} open pages`);
    const names = Array.from({ length: tenants }, (_, index) => `org_${index + 1}`);
    const streams = await openStreams(`${server.url}/network`, names, each);
    const held = await memory();
    const times: number[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const at = sample % tenants;
      const id = ids[at] ?? "";
      const name = `Acme ${each} ${sample}`;
      await stripe.accounts.update(id, { business_profile: { name } });
      const event = eventAbout(account, id);
      const heard = streams.hear(names[at] ?? "", name);
      const began = performance.now();
      await deliver(server.url + ROUTES.network, event);
      const all = await heard;
      // The first one of each tenant warms up.
      if (sample >= tenants) times.push(...all.map((time) => time - began));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    streams.close();
    return { times, memory: held };
  }
}

const CONTROLLER = {
  stripe_dashboard: { type: "none" },
  losses: { payments: "stripe" },
  fees: { payer: "account" },
  requirement_collection: "stripe",
} as const;

const NOTES = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; PostgreSQL with its own defaults (fsync, synchronous commit);
server, simulator, database and load on this one machine; ${AT_ONCE} deliveries at a time, median of ${ROUNDS} rounds of ${EVENTS}, in turns.
bare     node:http, the SDK's signature check, JSON, one insert of the event with its body. It trusts the event.
handler  the same signature check and JSON; a statement that finds the connection, whether the event was seen, and a sequence;
         the SDK's read of the account (answered in the process: the network is in no ratio); derive; a statement that
         writes event, snapshot and facts. Events that come together share both statements. Two trips to the database where
         bare has one, for the sequence has to be taken before Stripe is asked. Both commit before they answer.
free     the same with a database that answers at once and keeps nothing: Request and Response, signature, derivation.
network  the same, with the account read from the simulator, a process of its own that shares these cores.
webhook → page: from the first byte of the delivery to the event on the page, the account read from the simulator in between;
         1,000 streams are 10 tenants with 100 pages each, all of one tenant are told.`;

/** Linked connections that were read before. The first of them are at the simulator. */
async function fill(admin: pg.Pool, from: number, to: number, ids: readonly string[]): Promise<void> {
  const snapshot = JSON.stringify({ filler: "x".repeat(700) });
  await admin.query("alter table rsc_connections disable trigger user");
  await admin.query(
    `insert into rsc_connections (tenant_key, mode, tenant, state, generation, revision, account_id, platform_id,
       status, settled, status_since, checked_at, snapshot)
     select encode(sha256(convert_to('"org_' || n || '"', 'UTF8')), 'hex'), 'test', '"org_' || n || '"', 'linked',
       nextval('rsc_generation'), nextval('rsc_revision'), coalesce(($3::text[])[n], 'acct_bench_' || n), 'acct_platform',
       'in_progress', true, now(), now(), case when n > $4 then $5::text end
     from generate_series($1::int, $2::int) n`,
    [from, to, ids, SMALL, snapshot],
  );
  await admin.query("alter table rsc_connections enable trigger user");
  await admin.query("vacuum analyze rsc_connections");
  // What filling the table left to be written is no webhook's doing.
  await admin.query("checkpoint");
}

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString("en")} /s`;
const ms = (value: number, digits = 1) => `${value.toFixed(digits)} ms`;
const step = (text: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);
