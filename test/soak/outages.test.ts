import { setMaxListeners } from "node:events";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { compile, startProcess } from "./nodeProcess.js";
import { outageRounds, tableOf } from "./outageRounds.js";
import { type Database, OUTAGES } from "./outages.js";
import { openPage } from "./page.js";
import { randomFrom, seed } from "./random.js";
import { BASE, openWorld, type World } from "./world.js";

/** `npm run soak`: half an hour, or as many minutes as MINUTES says. Else each outage once. */
const isSoak = process.env["npm_lifecycle_event"] === "soak";
const minutes = Number(process.env["MINUTES"] ?? (isSoak ? 30 : 0));
const [tenantCount, pageCount, lasts] = minutes > 0 ? [5_000, 500, 8_000] : [40, 20, 2_000];

test(
  `AT-F1 SV-F3 ${pageCount} pages and ${tenantCount} tenants outlive each kind of outage of the database, and nothing is lost (seed ${seed})`,
  async () => {
    const database = await openDatabase();
    const world = await openWorld(database, 2, { production: true });
    onTestFinished(() => world.close());
    const tenants = Array.from({ length: tenantCount }, (_, index) => `org_${index}`);
    const accounts = await connectAll(world, tenants);
    const watched = tenants.slice(0, pageCount);
    await inGroups(watched, (tenant) => world.atStripe("completeOnboarding", accounts.get(tenant)));

    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    onTestFinished(() => leaving.abort());
    const pages = watched.map((tenant, index) =>
      openPage(`${world.servers[index % 2]?.url}${BASE}`, tenant, leaving.signal),
    );
    await expect
      .poll(() => pages.filter((page) => page.connection()?.payments !== "active").length, { timeout: 400_000 })
      .toBe(0);

    const until = performance.now() + minutes * 60_000;
    const goesOn = (rounds: number) => (minutes > 0 ? performance.now() < until : rounds < OUTAGES.length);
    const random = randomFrom(seed);
    const report = await outageRounds({ world, database, tenants, pages, accounts, lasts, goesOn, random });
    console.log(`${report.rounds.length} outages, seed ${seed}\n${tableOf(report.rounds)}`);
    if (!database.isLimited) console.warn("full disk: NOT TRIED, this account may not mount a file system");
    expect(report.wrong).toEqual([]);

    await expect.poll(() => usesOf(world), { timeout: 30_000 }).toEqual(world.servers.map(() => "0 busy, 0 waiting"));
    await isWhole(world, database, tenants, watched);
  },
  minutes * 60_000 + 600_000,
);

async function openDatabase(): Promise<Database> {
  const process = await startProcess(await compile(new URL("./postgresProcess.ts", import.meta.url)), {});
  onTestFinished(() => process.end());
  const act: Database["act"] = async (action) => {
    const response = await fetch(`${process.url}/${action}`, { method: "POST" });
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
    return response.json();
  };
  const { url, isLimited } = (await act("url")) as { url: string; isLimited: boolean };
  const schema = "soak";
  await query(url, `create schema ${schema}`);
  return { url, isLimited, schema, act };
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** To the accounts, by tenant. */
async function connectAll(world: World, tenants: readonly string[]): Promise<Map<string, string>> {
  const accounts = new Map<string, string>();
  await inGroups(tenants, async (tenant, index) => {
    const answer = await world.ask(index % 2, tenant, "/connection");
    const account = answer?.body["account"] as { id: string } | null | undefined;
    if (!account) throw new Error(`${tenant} could not connect: ${JSON.stringify(answer)}`);
    accounts.set(tenant, account.id);
  });
  return accounts;
}

async function inGroups(tenants: readonly string[], work: (tenant: string, index: number) => Promise<unknown>) {
  for (let at = 0; at < tenants.length; at += 20) {
    await Promise.all(tenants.slice(at, at + 20).map((tenant, offset) => work(tenant, at + offset)));
  }
}

/** Connections of each server's pool that are busy, and statements that wait for one. */
async function usesOf(world: World): Promise<string[]> {
  const uses = world.servers.map((_, index) => world.desk<{ busy: number; waiting: number }>("use", {}, index));
  return (await Promise.all(uses)).map(({ busy, waiting }) => `${busy} busy, ${waiting} waiting`);
}

/** Each tenant has its one account, and each host was told of every account that worked. */
async function isWhole(
  world: World,
  { url, schema }: Database,
  tenants: readonly string[],
  watched: readonly string[],
) {
  const rows = await query<{ tenant: string; account: string; state: string }>(
    url,
    `select tenant::json #>> '{}' as tenant, account_id as account, state from ${schema}.rsc_connections`,
  );
  expect(rows.filter(({ state }) => state !== "linked")).toEqual([]);
  expect(rows.map(({ tenant }) => tenant).sort()).toEqual(tenants.toSorted());
  const atStripe = (await world.accounts()).map(({ id }) => id);
  expect(atStripe.sort()).toEqual(rows.map(({ account }) => account).sort());
  const told = `select distinct tenant from ${schema}.soak_told where name = 'connected'`;
  const tellsOf = async () => (await query<{ tenant: string }>(url, told)).map(({ tenant }) => tenant).sort();
  await expect.poll(tellsOf, { timeout: 60_000 }).toEqual(watched.toSorted());
}
