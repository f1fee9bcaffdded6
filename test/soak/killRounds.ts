import type { KillPoint } from "./killPoints.js";
import type { AccountAtStripe, Answer, World } from "./world.js";

const TENANTS = Array.from({ length: 8 }, (_, index) => `org_${index}`);
/** What a round does to a tenant, by whether it is linked. */
const UNLINKED = ["connect"] as const;
const LINKED = ["onboard", "disconnect", "disconnect", "review", "refresh", "pause"] as const;
type Deed = (typeof UNLINKED)[number] | (typeof LINKED)[number];

interface Row {
  tenant: string;
  state: string;
  generation: number;
  account_id: string | null;
  snapshot: string | null;
  connected_at: string | null;
  torn: boolean;
}

interface Told {
  name: string;
  tenant: string;
  generation: number;
}

interface Outcome {
  tenant: string;
  deed: Deed | "nothing";
  before: Row | undefined;
  /** It was answered. */
  done: boolean;
}

export interface KillReport {
  rounds: number;
  /** How often the process died while something was still unanswered. */
  interrupted: Record<Deed, number>;
  answered: Record<Deed, number>;
  /** Answered with something else, such as "busy". */
  refused: string[];
  /** Sentences about what must not be. */
  wrong: string[];
}

/** Columns that have to fit together. */
const ROWS = `
select tenant::json #>> '{}' as tenant, state, generation::float8 as generation, account_id, snapshot, connected_at::text as connected_at,
  not case state
    when 'claimed' then account_id is null and snapshot is null and claim_params is not null
    when 'linked' then account_id is not null and claim_params is null and lease_until is null and ending is null
    when 'disconnecting' then account_id is not null and ending is not null and lease_until is not null
    else snapshot is null and ending is null and lease_until is null and disconnected_at is not null
  end as torn
from rsc_connections order by tenant`;

/** A day and a half goes by: leases run out, copies grow old, buckets fill. */
const TIME_PASSES = [
  "update rsc_connections set lease_until = lease_until - interval '36 hours', checked_at = checked_at - interval '36 hours', tried_at = null",
  "update rsc_facts set leased_until = leased_until - interval '36 hours'",
  "delete from rsc_tokens",
];

/** Kills the server in the middle of what tenants do, starts it again, lets it mend, and looks. */
export async function killRounds(world: World, rounds: number, random: () => number): Promise<KillReport> {
  const none = () => Object.fromEntries([...UNLINKED, ...LINKED].map((deed) => [deed, 0])) as Record<Deed, number>;
  const report: KillReport = { rounds, interrupted: none(), answered: none(), refused: [], wrong: [] };
  const query = <T>(text: string) => world.desk<T[]>("query", { text });
  const rowsNow = async () => new Map((await query<Row>(ROWS)).map((row) => [row.tenant, row]));
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;

  const said = (tenant: string, deed: Deed, answer: Answer | null): boolean => {
    if (answer && answer.status !== 200) report.refused.push(`${tenant} ${deed}: ${JSON.stringify(answer)}`);
    return answer?.status === 200;
  };

  const act = async (tenant: string, deed: Outcome["deed"], accountId: string): Promise<boolean> => {
    switch (deed) {
      case "nothing":
        return false;
      case "connect":
        return said(tenant, deed, await world.ask(0, tenant, "/connection"));
      case "refresh":
        return said(tenant, deed, await world.ask(0, tenant, "/connection/refresh"));
      case "disconnect": {
        const preview = await world.ask(0, tenant, "/connection/disconnect-preview");
        const generation = preview?.body["generation"];
        if (!said(tenant, deed, preview)) return false;
        return said(tenant, deed, await world.ask(0, tenant, "/connection/disconnect", { generation }));
      }
      // What Stripe tells of by webhooks: three, four in a row.
      case "onboard":
        await world.atStripe("completeOnboarding", accountId);
        return true;
      case "review":
        await world.atStripe("startReview", accountId);
        return true;
      case "pause":
        await world.atStripe("pausePayouts", accountId);
        return true;
      default:
        return deed satisfies never;
    }
  };

  const mend = async () => {
    for (let sweep = 0; sweep < 20; sweep += 1) {
      for (const text of TIME_PASSES) await query(text);
      const { failed } = await world.desk<{ checked: number; failed: number }>("reconcile");
      const [left] = await query<{ left: number }>(
        "select count(*)::int as left from rsc_connections where lease_until is not null",
      );
      if (failed === 0 && left?.left === 0) return;
    }
  };

  // The tables are made by the first use; half of the tenants begin with an account that works.
  await world.desk("reconcile");
  for (const tenant of TENANTS.slice(0, TENANTS.length / 2)) {
    await world.ask(0, tenant, "/connection");
    await world.atStripe("completeOnboarding", (await rowsNow()).get(tenant)?.account_id);
  }

  for (let round = 1; round <= rounds; round += 1) {
    const before = await rowsNow();
    const deeds = TENANTS.map((tenant) => {
      const row = before.get(tenant);
      const deed = pick<Deed>(row?.state === "linked" ? LINKED : UNLINKED);
      return { tenant, before: row, deed: random() < 0.7 ? deed : ("nothing" as const) };
    });
    // Stripe takes its time, which is when most of the killing is done.
    await world.atStripe("latency", Math.floor(random() * 30));
    const point = pointOf(random);
    if (point) await world.desk("arm", point);
    const underWay = deeds.map(
      async (one): Promise<Outcome> => ({
        ...one,
        done: await act(one.tenant, one.deed, one.before?.account_id ?? ""),
      }),
    );
    const [server] = world.servers;
    if (!server) throw new Error("there is a server");
    await Promise.race([
      point === null ? wait(random() * 500) : Promise.all(underWay).then(() => wait(100)),
      server.gone,
    ]);
    await server.kill();
    const outcomes = await Promise.all(underWay);
    for (const { deed, done } of outcomes) if (deed !== "nothing") report[done ? "answered" : "interrupted"][deed] += 1;

    await world.atStripe("latency", 0);
    await world.restart(0);
    await mend();
    const look = async (): Promise<string[]> => {
      const after = await rowsNow();
      const told = await query<Told>("select distinct name, tenant, generation::float8 as generation from soak_told");
      const accounts = new Map((await world.accounts()).map((account) => [account.id, account]));
      return [
        ...outcomes.flatMap((outcome) => brokenPromise(outcome, after)),
        ...orphans(after, accounts),
        ...[...after.values()].flatMap((row) =>
          [...flawsOf(row, accounts), ...untold(row, told)].map((flaw) => `${row.tenant}: ${flaw}`),
        ),
      ];
    };
    let wrong = await look();
    // An event that was on its way may have come between two of the questions: only what stays is wrong.
    for (let again = 0; wrong.length > 0 && again < 5; again += 1) {
      await wait(500);
      wrong = await look();
    }
    report.wrong.push(...wrong.map((text) => `round ${round}: ${text}`));
  }
  return report;
}

/** Whenever it comes, at anything that is said, or around what makes and ends accounts. */
function pointOf(random: () => number): KillPoint | null {
  const kind = random();
  if (kind < 0.3) return null;
  if (kind < 0.6) return { step: 1 + Math.floor(random() * random() * 800) };
  return { step: 1 + Math.floor(random() * 16), of: random() < 0.5 ? "POST" : "DELETE" };
}

/** What was answered holds, and what nobody asked for did not happen. */
function brokenPromise({ tenant, deed, done, before }: Outcome, after: ReadonlyMap<string, Row>): string[] {
  const row = after.get(tenant);
  const isLinked = row?.state === "linked";
  switch (deed) {
    case "connect":
      return done && !isLinked ? [`${tenant} was connected, and is ${row?.state}`] : [];
    case "disconnect":
      return done && row?.state !== "disconnected" ? [`${tenant} was disconnected, and is ${row?.state}`] : [];
    default:
      return isLinked === (before?.state === "linked") && row?.account_id === before?.account_id
        ? []
        : [`${tenant} had ${before?.account_id} and has ${row?.account_id}, ${row?.state}`];
  }
}

function orphans(after: ReadonlyMap<string, Row>, accounts: ReadonlyMap<string, AccountAtStripe>): string[] {
  const kept = new Set([...after.values()].filter(({ state }) => state === "linked").map((row) => row.account_id));
  return [...accounts.keys()].filter((id) => !kept.has(id)).map((id) => `${id} is an orphan`);
}

function untold({ tenant, generation, state, connected_at }: Row, told: readonly Told[]): string[] {
  const wasTold = (name: string) =>
    told.some((one) => one.name === name && one.tenant === tenant && one.generation === generation);
  return [
    ...(connected_at && !wasTold("connected") ? ["onConnected was not called"] : []),
    ...(state === "disconnected" && !wasTold("disconnected") ? ["onDisconnected was not called"] : []),
  ];
}

function flawsOf(row: Row, accounts: ReadonlyMap<string, AccountAtStripe>): string[] {
  const flaws: string[] = row.torn ? [`a torn row: ${JSON.stringify(row)}`] : [];
  if (row.state === "claimed" || row.state === "disconnecting") flaws.push(`still ${row.state} after reconcile`);
  if (row.state !== "linked") return flaws;
  const account = accounts.get(row.account_id ?? "");
  if (!account) return [...flaws, `linked to ${row.account_id}, which Stripe does not have`];
  const snapshot =
    row.snapshot &&
    (JSON.parse(row.snapshot) as { account: { id: string }; derived: { payments: string; payouts: string } });
  if (!snapshot) return [...flaws, "never read"];
  if (snapshot.account.id !== account.id) flaws.push("the snapshot is of another account");
  const isOn = [snapshot.derived.payments, snapshot.derived.payouts].map((state) => state === "active");
  if (isOn[0] !== account.charges_enabled || isOn[1] !== account.payouts_enabled) {
    flaws.push(
      `stored ${JSON.stringify(snapshot.derived.payments)}/${snapshot.derived.payouts}, at Stripe ${account.charges_enabled}/${account.payouts_enabled}`,
    );
  }
  return flaws;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
