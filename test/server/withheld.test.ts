import fc from "fast-check";
import Stripe from "stripe";
import { describe, expect, onTestFinished, test } from "vitest";
import { supportDetails } from "../../src/client/supportDetails.js";
import { readConnection } from "../../src/core/protocol.js";
import { asStored } from "../../src/server/listedAccount.js";
import { presentConnection } from "../../src/server/presentConnection.js";
import type { StoredConnection } from "../../src/server/store/storedConnection.js";
import { withholdReasons } from "../../src/server/withholdReasons.js";
import { createStripeSimulator, type StripeSimulator } from "../../src/simulator/index.js";
import { type ScenarioName, scenarios } from "../../src/simulator/scenarios.js";
import { capabilityReasons } from "../../src/stripe/capabilityReasons.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { snapshotOf } from "../../src/testing/storeContract/storeContractSetup.js";
import { accountV1, accountV2 } from "../stripe/accountsOfSchema.js";
import disabledReasons from "../stripe/disabled-reasons.json" with { type: "json" };
import errorCodes from "../stripe/requirement-errors.json" with { type: "json" };
import { rounds, seed } from "./property/rounds.js";
import { ALL, BASE, startBackEnd } from "./support/backEnd.js";
import { openStream } from "./support/openStream.js";

const NOW = Date.parse("2026-11-30T12:00:00.000Z");

/** Two of them give the same ids at the same times. */
function twin(): StripeSimulator {
  let made = 0;
  return createStripeSimulator({ now: () => NOW, randomText: (length) => String((made += 1)).padStart(length, "0") });
}

type Hold = (simulator: StripeSimulator, id: string) => Promise<unknown>;
const reject =
  (why: Parameters<StripeSimulator["reject"]>[1], appeal = false): Hold =>
  (simulator, id) =>
    simulator.reject(id, why, appeal);
const list: Hold = (simulator, id) => simulator.list(id);
const review: Hold = (simulator, id) => simulator.startReview(id);

/** What is withheld, and what it must look like. */
const PAIRS: [string, Hold, Hold][] = [
  ["listed", list, review],
  ["rejected for fraud", reject("fraud"), reject("other")],
  ["rejected as listed", reject("listed"), reject("other")],
  ["rejected as listed, with an appeal", reject("listed", true), reject("other", true)],
  ["rejected by the platform for fraud", reject("platform_fraud"), reject("platform_other")],
];

describe("AT-F2 every byte that a viewer gets is the same as of a harmless account", () => {
  /** All that is sent while the account stands like that, and on its way there and on from there. */
  const everything = async (base: ScenarioName, hold: Hold): Promise<string[]> => {
    const simulator = twin();
    onTestFinished(() => simulator.close());
    let ids = 0;
    const backEnd = await startBackEnd({
      simulator,
      webhooks: false,
      options: {
        runtime: {
          now: () => simulator.clock.now(),
          after: (ms, run) => {
            const timer = setTimeout(run, ms < 1_000 ? 1 : ms);
            return () => clearTimeout(timer);
          },
          randomUUID: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, "0")}`,
          random: () => 0.5,
        },
      },
    });
    const { get, post, handler, sent, settled, store } = backEnd;
    await post("/connection");
    await settled();
    const { accountId } = (await store.read("test", { tenant: "org_ada" })) ?? {};
    if (!accountId) throw new Error("no account");
    await simulator.run(base, accountId);
    await post("/connection/refresh");
    const stream = await openStream(backEnd, "ada");
    const seen: string[] = [];
    const look = async () => {
      await post("/connection/refresh");
      const admin = readConnection((await get("/connection")).body);
      seen.push(
        supportDetails(admin),
        JSON.stringify(await stream.until(({ revision }) => revision >= admin.revision)),
      );
      await get("/connection", { authorization: "member" });
      await post("/connection/account-session", { purpose: "onboarding" });
      await post("/connection/onboarding-link");
      await post("/connection/disconnect-preview");
      const page = new Request(`https://app.example.com${BASE}`, { headers: { authorization: "ada" } });
      seen.push(JSON.stringify(await handler.connectionFor(page)));
    };
    await simulator.clock.advance("1h");
    await hold(simulator, accountId);
    await look();
    await simulator.clock.advance("1h");
    await simulator.approve(accountId);
    await look();
    await simulator.clock.advance("1h");
    await hold(simulator, accountId);
    await look();
    await simulator.clock.advance("1h");
    await simulator.reject(accountId, "terms_of_service");
    await look();
    await stream.close();
    return [...seen, ...sent];
  };

  const BASES = ["fresh", "inReview", "connected", "identityDocumentBlurry", "pastDue"] as const;
  const cases = BASES.flatMap((base) => PAIRS.map(([name, hold, harmless]) => ({ name, base, hold, harmless })));
  test.each(cases)("AT-F2 $name, after $base", async ({ base, hold, harmless }) => {
    const withheld = await everything(base, hold);
    expect(withheld).toEqual(await everything(base, harmless));
    expect(withheld.join("\n")).not.toMatch(/listed|fraud/);
    expect(withheld[0]).toMatch(/^disabled reason: (under_review|rejected\.(platform_)?other)$/m);
  });
});

/** As a viewer sees the account; `connectedAt`: it has worked. */
async function shownOf(simulator: StripeSimulator, connectedAt: string | null): Promise<object | null> {
  const stripe = new Stripe(simulator.secretKey, { httpClient: Stripe.createFetchHttpClient(simulator.fetch) });
  const [found] = simulator.accounts();
  const id = String(found?.["id"]);
  const account = found && (await stripe.accounts.retrieve(id));
  if (!account) return null;
  const { data } = await stripe.accounts.listCapabilities(id);
  return shown(deriveConnection(account, { connectedAt, capabilityReasons: capabilityReasons(data) }), connectedAt);
}

function shown(truth: ReturnType<typeof deriveConnection>, connectedAt: string | null = null): object {
  const at = new Date(NOW).toISOString();
  const stored: StoredConnection = {
    tenant: "org",
    mode: "test",
    state: "linked",
    generation: 1,
    revision: 1,
    claim: null,
    accountId: "acct_1",
    platformId: "acct_platform",
    ending: null,
    snapshot: { ...snapshotOf("acct_1"), derived: asStored(truth) },
    startedBy: "ada",
    statusSince: at,
    checkedAt: at,
    connectedAt,
    disconnectedAt: null,
    disconnectedWhy: null,
    lastEventId: "evt_1",
    readAt: at,
  };
  const context = { mode: "test", now: NOW, scope: "s", countries: [], redact: withholdReasons } as const;
  return presentConnection(stored, { tenant: "org", user: "ada", can: ALL }, context);
}

/** `path=value` of everything that is there. */
function fields(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.length > 0 ? value.flatMap((one) => fields(one, `${path}[]`)) : [`${path}=[]`];
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, one]) => fields(one, `${path}.${name}`));
  }
  return [`${path}=${String(value)}`];
}

/** Every pair of fields, and every field with one that is missing. */
function pairsOf(all: readonly string[], paths: ReadonlySet<string>): string[] {
  const there = new Set(all.map((field) => field.split("=", 1)[0] ?? ""));
  const missing = [...paths].filter((path) => !there.has(path)).map((path) => `no ${path}`);
  const facts = [...new Set([...all, ...missing])].toSorted();
  return facts.flatMap((one, index) => facts.slice(index).map((other) => `${one} & ${other}`));
}

test("AT-F2 no field, no pair of fields and no missing field is seen of withheld reasons only, in any scenario", async () => {
  const HARMLESS: Hold[] = [
    () => Promise.resolve(),
    review,
    ...(["other", "terms_of_service", "platform_other", "platform_terms_of_service"] as const).flatMap((why) => [
      reject(why),
      reject(why, true),
    ]),
  ];
  const WITHHELD: Hold[] = [
    list,
    ...(["fraud", "listed", "platform_fraud"] as const).flatMap((why) => [reject(why), reject(why, true)]),
  ];
  const names = (Object.keys(scenarios) as ScenarioName[]).filter((name) => name !== "removedAtStripe");
  const own = new Set<ScenarioName>(["listed", "rejectedForFraud", "rejectedAsListed", "rejectedByPlatformForFraud"]);
  const seen = { harmless: new Map<string, string[]>(), withheld: new Map<string, string[]>() };
  for (const name of names) {
    for (const [kind, holds] of [
      ["harmless", own.has(name) ? HARMLESS.slice(1) : HARMLESS],
      ["withheld", own.has(name) ? [...WITHHELD, () => Promise.resolve()] : WITHHELD],
    ] as const) {
      for (const hold of holds) {
        const simulator = twin();
        const stripe = new Stripe(simulator.secretKey, { httpClient: Stripe.createFetchHttpClient(simulator.fetch) });
        const { id } = await stripe.accounts.create({
          controller: { stripe_dashboard: { type: "none" } },
          capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
          country: "US",
        });
        await simulator.run(name, id);
        await hold(simulator, id);
        for (const connectedAt of [null, "2026-11-01T00:00:00.000Z"]) {
          const connection = await shownOf(simulator, connectedAt);
          if (connection) seen[kind].set(JSON.stringify(connection), fields(connection));
        }
        await simulator.close();
      }
    }
  }
  const harmlessOnes = [...seen.harmless.values()];
  const withheldOnes = [...seen.withheld.values()];
  const paths = new Set([...harmlessOnes, ...withheldOnes].flat().map((field) => field.split("=", 1)[0] ?? ""));
  const harmless = new Set(harmlessOnes.flatMap((all) => pairsOf(all, paths)));
  expect(harmless.size).toBeGreaterThan(10_000);
  const telling = new Set(withheldOnes.flatMap((all) => pairsOf(all, paths)).filter((pair) => !harmless.has(pair)));
  expect([...telling]).toEqual([]);
}, 120_000);

test("AT-F2 disabled reasons that this version does not know look all the same, whatever is due", () => {
  const UNKNOWN = ["sanctions_match", "paused.something_new", "unsupported_by_next_year"];
  for (const due of [[], ["external_account"]]) {
    const [one, ...others] = UNKNOWN.map((disabledReason) => {
      const requirements = { disabled_reason: disabledReason, currently_due: due };
      return shown(deriveConnection({ object: "account", id: "acct_1", details_submitted: true, requirements }));
    });
    for (const other of others) expect(other).toEqual(one);
    expect(one).toMatchObject({ status: "error", reason: "unknown", disabledReason: "other" });
  }
});

const worked = fc.constantFrom(null, "2026-11-01T00:00:00.000Z");
type Account = Record<string, unknown>;
const record = (value: unknown): Account => (typeof value === "object" && value !== null ? (value as Account) : {});

describe("AT-F2 of two generated accounts that differ in what is withheld, a viewer sees the same", () => {
  const numRuns = rounds(100, 5_000);
  const stands = (account: Account, disabled: string, why: string, connectedAt: string | null) => {
    const requirements = { ...record(account["requirements"]), disabled_reason: disabled };
    const names = Object.keys(record(account["capabilities"]));
    const reasons = Object.fromEntries(names.map((name) => [name, why]));
    return shown(
      deriveConnection({ ...account, requirements }, { connectedAt, capabilityReasons: reasons }),
      connectedAt,
    );
  };

  test("AT-F2 listed, and under review", () => {
    fc.assert(
      fc.property(accountV1, worked, (account, connectedAt) => {
        const as = (disabled: string, why: string) => stands(account as Account, disabled, why, connectedAt);
        const review = as("under_review", "pending.review");
        for (const why of ["other", "listed", "rejected.listed", "sanctions_match"]) {
          expect(as("listed", why)).toEqual(review);
        }
      }),
      { numRuns, seed },
    );
  });

  test("AT-F2 rejected for whatever suspicion, and rejected", () => {
    const suspicion = fc.constantFrom("fraud", "listed", "suspected_terrorism", "stolen_identity");
    fc.assert(
      fc.property(accountV1, worked, suspicion, (account, connectedAt, why) => {
        const as = (rest: string) => stands(account as Account, `rejected.${rest}`, `rejected.${rest}`, connectedAt);
        const other = stands(account as Account, "rejected.other", "rejected.other", connectedAt);
        expect(as(why)).toEqual(other);
        const byPlatform = stands(
          account as Account,
          "rejected.platform_other",
          "rejected.platform_other",
          connectedAt,
        );
        expect(as(`platform_${why}`)).toEqual(byPlatform);
      }),
      { numRuns, seed },
    );
  });

  test("AT-F2 the same for accounts of v2", () => {
    fc.assert(
      fc.property(accountV2, worked, (account, connectedAt) => {
        const as = (code: string) => {
          const told = { code, resolution: "contact_stripe" };
          const off = { status: "rejected", status_details: [told] };
          const configuration = {
            merchant: { capabilities: { card_payments: off, stripe_balance: { payouts: off } } },
          };
          return shown(deriveConnection({ ...(account as Account), configuration }, { connectedAt }), connectedAt);
        };
        expect(as("rejected_fraud")).toEqual(as("rejected_other"));
        expect(as("rejected_listed")).toEqual(as("rejected_other"));
        expect(as("rejected_platform_fraud")).toEqual(as("rejected_platform_other"));
      }),
      { numRuns, seed },
    );
  });

  test("AT-F2 a document that is taken for a forgery, and one that could not be confirmed", () => {
    const KEY = "individual.verification.document";
    const refused = (code: string, reason: string) => {
      const requirements = {
        past_due: [KEY],
        currently_due: [KEY],
        disabled_reason: "requirements.past_due",
        errors: [{ requirement: KEY, code, reason }],
      };
      return shown(deriveConnection({ object: "account", details_submitted: true, requirements }));
    };
    const harmless = refused("verification_document_failed_other", "The document could not be verified.");
    for (const code of ["verification_document_fraudulent", "verification_document_manipulated"]) {
      expect(refused(code, "This looks like money laundering.")).toEqual(harmless);
    }
    expect(refused("verification_selfie_manipulated", "A mask.")).toEqual(
      refused("verification_selfie_unverified_other", "Blurry."),
    );
    expect(refused("person_on_a_terrorist_list", "Stolen.")).toEqual(refused("verification_failed_other", "No match."));
    expect(JSON.stringify(harmless)).toContain("verification_document_failed_other");
  });
});

describe("AT-F2 what Stripe documents is decided about", () => {
  const SUSPICION = /fraud|listed$|manipulated/;

  test.each(disabledReasons.account.map(({ value }) => value))("AT-F2 the account's %s", (value) => {
    const requirements = { disabled_reason: value };
    const seen = shown(deriveConnection({ object: "account", details_submitted: true, requirements }));
    expect((seen as { disabledReason: string }).disabledReason === value).toBe(!SUSPICION.test(value));
  });

  test.each(errorCodes.errors.map(({ code }) => code))("AT-F2 the error %s", (code) => {
    const requirements = { past_due: ["x.y"], errors: [{ requirement: "x.y", code, reason: "A text." }] };
    const seen = JSON.stringify(shown(deriveConnection({ object: "account", details_submitted: true, requirements })));
    expect(seen.includes(code)).toBe(!SUSPICION.test(code.replace(/denylisted$/, "")));
  });
});
