import type { Connection } from "../../src/core/connection.js";
import { begin, type Database, OUTAGES, type Outage, startTraffic, statusOf } from "./outages.js";
import type { Page } from "./page.js";
import type { World } from "./world.js";

export interface OutagePlan {
  world: World;
  database: Database;
  tenants: readonly string[];
  /** Of the first tenants, each with an account that takes payments. */
  pages: readonly Page[];
  /** Their accounts, by tenant. */
  accounts: ReadonlyMap<string, string>;
  /** How long one outage lasts, ms. */
  lasts: number;
  /** Whether there is another round after so many. */
  goesOn(rounds: number): boolean;
  random(): number;
}

/** One outage, in seconds from its end unless it says otherwise. */
export interface OutageRound {
  outage: Outage;
  /** Until every server answered a page's first request with 200. */
  firstAnswer: number;
  /** Until every page showed what had changed at Stripe during the outage. */
  lastPage: number;
  /** The longest that a request of another tenant took while it lasted, s. */
  slowest: number;
  /** Answers while it lasted, by status. */
  answers: Record<string, number>;
  /** Streams that ended, of all pages. */
  ends: number;
}

export interface OutageReport {
  rounds: OutageRound[];
  /** Sentences about what must not be. */
  wrong: string[];
}

/** An outage ends in a minute, or something is lost. ms */
const LONGEST_RECOVERY = 60_000;
/** Accounts that change during an outage, or all where there are fewer. */
const CHANGES = 40;
/** Events about the account whose row is locked: more than a pool has connections, and odd, so that it ends changed. */
const EVENTS_OF_ONE = 13;
/** No request may take longer, whatever happens to the database. ms */
const LONGEST_REQUEST = 15_000;

export async function outageRounds(plan: OutagePlan): Promise<OutageReport> {
  const { world, database, tenants, pages, random } = plan;
  const takesPayments = new Map(pages.map(({ tenant }) => [tenant, true]));
  let locked: string | null = null;
  const traffic = startTraffic(world, 8, tenants, () => locked);
  const report: OutageReport = { rounds: [], wrong: [] };

  const change = async (tenant: string) => {
    const before = takesPayments.get(tenant) ?? true;
    takesPayments.set(tenant, !before);
    await world.atStripe(before ? "pausePayments" : "approve", plan.accounts.get(tenant));
  };
  const behind = () => pages.filter((page) => isBehind(page.connection(), takesPayments.get(page.tenant) ?? true));
  const ends = () => pages.reduce((sum, page) => sum + page.ends(), 0);
  /** What was answered since the last call. */
  const answersOf = (when: string) => {
    const { answers, slowest } = traffic.take();
    if (answers["none"]) report.wrong.push(`${when} ${answers["none"]} requests had no answer`);
    if (slowest > LONGEST_REQUEST) report.wrong.push(`${when} a request took ${Math.round(slowest / 1000)} s`);
    return { answers, slowest };
  };

  const kinds = OUTAGES.filter((outage) => outage !== "full disk" || database.isLimited);
  const round = async (at: number) => {
    const outage = kinds[at % kinds.length] ?? "restart";
    const name = `${outage} (round ${at})`;
    const some = pages
      .map(({ tenant }) => tenant)
      .sort(() => random() - 0.5)
      .slice(0, CHANGES);
    const [one = ""] = some;
    locked = outage === "row lock" ? one : null;
    const endedBefore = ends();
    answersOf(`before ${name}`);
    const end = await begin(outage, database, one);
    await wait(500);
    for (const tenant of some) await change(tenant);
    if (locked) for (let more = 1; more < EVENTS_OF_ONE; more += 1) await change(one);
    await wait(plan.lasts);
    const { answers, slowest } = answersOf(`in ${name}`);
    await end();
    const ended = performance.now();
    const seconds = () => Math.round((performance.now() - ended) / 10) / 100;
    locked = null;

    await Promise.all(world.servers.map((_, index) => firstAnswer(world, index, one)));
    const answered = seconds();
    while (behind().length > 0 && performance.now() - ended < LONGEST_RECOVERY) await wait(20);
    const late = behind().map(({ tenant }) => tenant);
    if (late.length > 0) report.wrong.push(`after ${name} pages were a minute behind: ${late.join(", ")}`);
    report.rounds.push({
      outage,
      firstAnswer: answered,
      lastPage: seconds(),
      slowest: Math.round(slowest / 10) / 100,
      answers,
      ends: ends() - endedBefore,
    });
  };

  try {
    // Webhooks come in order: once this one is shown, those of the set-up are done.
    await change(pages[0]?.tenant ?? "");
    while (behind().length > 0) await wait(100);
    for (let at = 0; plan.goesOn(at); at += 1) await round(at);
  } finally {
    await traffic.stop();
  }
  answersOf("at the end");
  return report;
}

const isBehind = (connection: Connection | null, takesPayments: boolean) =>
  (connection?.payments === "active") !== takesPayments;

async function firstAnswer(world: World, index: number, tenant: string): Promise<void> {
  const asked = performance.now();
  while ((await statusOf(world, index, tenant)) !== "200") {
    if (performance.now() - asked > LONGEST_RECOVERY)
      throw new Error(`server ${index} answered no request for a minute`);
    await wait(20);
  }
}

/** A row for each kind of outage: the median and the worst. */
export function tableOf(rounds: readonly OutageRound[]): string {
  const head = [
    "| outage | rounds | first 200, s | last page, s | longest wait meanwhile, s | answers meanwhile | streams ended |",
    "|---|--:|--:|--:|--:|---|--:|",
  ];
  const rows = OUTAGES.map((outage) => {
    const own = rounds.filter((round) => round.outage === outage);
    if (own.length === 0) return `| ${outage} | not tried | | | | | |`;
    const both = (of: (round: OutageRound) => number) => `${middle(own.map(of))} · ${Math.max(...own.map(of))}`;
    const answers: Record<string, number> = {};
    for (const round of own) {
      for (const [status, count] of Object.entries(round.answers)) answers[status] = (answers[status] ?? 0) + count;
    }
    const counts = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
    return `| ${outage} | ${own.length} | ${both((round) => round.firstAnswer)} | ${both((round) => round.lastPage)} | ${both((round) => round.slowest)} | ${counts.join(", ")} | ${both((round) => round.ends)} |`;
  });
  return [...head, ...rows].join("\n");
}

const middle = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
