import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SECTIONS, type SectionName } from "../../src/core/permissions.js";
import { readConnection } from "../../src/core/protocol.js";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { createStripeSimulator, type StripeSimulator } from "../../src/simulator/index.js";
import type { ConnectionHandlerOptions, Viewer } from "react-stripe-connection/server";
import { ALL, type BackEnd, type BackEndOptions, startBackEnd } from "./support/backEnd.js";
import { rounds, seed } from "./property/rounds.js";

const READER = { ...ALL, connect: false, update: false, disconnect: false };
const ROLES: Record<string, Viewer["can"]> = {
  admin: ALL,
  reader: READER,
  updater: { ...READER, update: true },
  closer: { ...READER, connect: true, disconnect: true },
};

/** Of viewers who can't edit; `payouts` and `balances` only where the bank account's form can be left out. */
const TO_READ: readonly SectionName[] = [
  "payments",
  "payouts_list",
  "disputes_list",
  "documents",
  "balance_report",
  "payout_reconciliation_report",
];
const WITH_BANK_ACCOUNT: readonly SectionName[] = ["payouts", "balances"];
const TO_EDIT: readonly SectionName[] = [
  "tax_settings",
  "tax_registrations",
  "instant_payouts_promotion",
  "notification_banner",
];

const APPLICATION = { controller: { stripe_dashboard: { type: "none" }, requirement_collection: "application" } };
const KINDS = {
  "v1, Stripe collects": {},
  "v1, the platform collects": {
    accountParams: () => ({
      controller: {
        ...APPLICATION.controller,
        losses: { payments: "application" },
        fees: { payer: "application" },
      } as const,
      capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    }),
  },
  "v2, Stripe collects": { accounts: "v2", accountParams: () => ({ contact_email: "jenny.rosen@example.com" }) },
  "v2, the platform collects": {
    accounts: "v2",
    accountParams: () => ({
      contact_email: "jenny.rosen@example.com",
      defaults: { responsibilities: { fees_collector: "application", losses_collector: "application" } },
    }),
  },
} as const satisfies Record<string, Partial<ConnectionHandlerOptions>>;
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];
const platformCollects = (kind: Kind) => kind.endsWith("the platform collects");

type Granted = Record<string, Record<string, boolean>>;

/** What Stripe granted, as it answered: the components that are on, with their features. */
function recordGrants(simulator: StripeSimulator): Granted[] {
  const granted: Granted[] = [];
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { url } = request;
    const response = await answer(request);
    if (response.ok && url.endsWith("/v1/account_sessions")) {
      const { components } = (await response.clone().json()) as {
        components: Record<string, { enabled: boolean; features: Record<string, boolean> }>;
      };
      const on = Object.entries(components).filter(([, { enabled }]) => enabled);
      granted.push(Object.fromEntries(on.map(([name, { features }]) => [name, features])));
    }
    return response;
  };
  return granted;
}

const authorize: ConnectionHandlerOptions["authorize"] = (request) => {
  const [role = "", user] = (request.headers.get("authorization") ?? "").split(" ");
  const can = ROLES[role];
  return can ? { tenant: "org_ada", can, ...(user === undefined ? {} : { user }) } : null;
};

async function start(sections: readonly SectionName[] | undefined, kind: Kind, given: BackEndOptions = {}) {
  const simulator = given.simulator ?? createStripeSimulator();
  const granted = recordGrants(simulator);
  const options = { ...KINDS[kind], countries: ["US"], authorize, ...(sections ? { sections } : {}), ...given.options };
  const backEnd = await startBackEnd({ ...given, webhooks: false, simulator, options });
  const open = (as: string) =>
    backEnd.post("/connection/account-session", { purpose: "sections" }, { authorization: as });
  const shown = async (as: string) => readConnection((await backEnd.get("/connection", { authorization: as })).body);
  return { ...backEnd, granted, open, shown };
}

const connect = ({ post }: BackEnd) => post("/connection", { country: "US" }, { authorization: "admin" });
const refresh = ({ post }: BackEnd) => post("/connection/refresh", {}, { authorization: "admin" });

async function connected(sections: readonly SectionName[] | undefined, kind: Kind = "v1, Stripe collects") {
  const place = await start(sections, kind);
  await connect(place);
  await place.settled();
  await place.simulator.run("connected");
  await refresh(place);
  const { account } = await place.shown("admin");
  return { ...place, account: account?.id ?? "" };
}

const EDITS = new Set([
  "capture_payments",
  "destination_on_behalf_of_charge_management",
  "dispute_management",
  "edit_payout_schedule",
  "external_account_collection",
  "instant_payouts",
  "refund_management",
  "smart_disputes_management",
  "standard_payouts",
]);
const editing = (granted: Granted) =>
  Object.values(granted).flatMap((features) =>
    Object.keys(features).filter((name) => EDITS.has(name) && features[name]),
  );

describe.each(KIND_NAMES)("sections of an account of %s", (kind) => {
  test("who may edit opens all of them, with Stripe's own defaults", async () => {
    const { open, shown, granted, stripe, account } = await connected(SECTIONS, kind);
    expect((await shown("admin")).sections).toEqual(Object.fromEntries(SECTIONS.map((name) => [name, true])));
    expect((await open("admin")).status).toBe(200);
    const [first = {}] = granted;
    const enabled = Object.fromEntries(SECTIONS.map((name) => [name, { enabled: true }]));
    await stripe.accountSessions.create({ account, components: enabled });
    expect(first).toEqual(granted[1]);
    expect(Object.keys(first).toSorted()).toEqual([...SECTIONS].toSorted());
    // The bank account's form is Stripe's, behind Stripe's sign-in.
    expect(first["payouts"]).toMatchObject({
      external_account_collection: true,
      disable_stripe_user_authentication: false,
    });
    expect(first["payments"]).toMatchObject({ refund_management: true, dispute_management: true });
    // What the platform charged on the account's behalf is the platform's to refund.
    expect(first["payments"]).toMatchObject({ destination_on_behalf_of_charge_management: false });
  });

  test("who may only look edits nothing, and opens nothing that only edits", async () => {
    const { open, shown, granted } = await connected(SECTIONS, kind);
    const readable = platformCollects(kind) ? [...TO_READ, ...WITH_BANK_ACCOUNT] : TO_READ;
    expect((await shown("reader")).sections).toEqual(
      Object.fromEntries(SECTIONS.map((name) => [name, readable.includes(name) ? true : "role"])),
    );
    expect((await open("reader")).status).toBe(200);
    const [session = {}] = granted;
    expect(Object.keys(session).toSorted()).toEqual([...readable].toSorted());
    expect(editing(session)).toEqual([]);
  });
});

test("what is granted is listed and of the role, and a viewer without `update` edits nothing, whatever is listed", {
  timeout: 60_000 + rounds(40, 1_000) * 500,
}, async () => {
  console.info(`SEED=${seed}`);
  const places = Object.fromEntries(
    await Promise.all(
      KIND_NAMES.map(async (kind) => {
        const simulator = createStripeSimulator();
        const store = createMemoryStore({ now: () => simulator.clock.now() });
        const place = await start(undefined, kind, { simulator, store });
        await connect(place);
        await place.settled();
        await simulator.run("connected");
        await refresh(place);
        return [kind, { simulator, store }] as const;
      }),
    ),
  );
  const opened = { reader: 0, editor: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KIND_NAMES),
      fc.subarray([...SECTIONS]),
      fc.record({ connect: fc.boolean(), update: fc.boolean(), disconnect: fc.boolean() }),
      async (kind, listed, rights) => {
        const can = { view: true, ...rights };
        const viewer = () => ({ tenant: "org_ada", user: crypto.randomUUID(), can });
        const { simulator, store } = places[kind] ?? {};
        if (!simulator || !store) throw new Error(`no place for ${kind}`);
        const place = await start(listed, kind, { simulator, store, options: { authorize: viewer } });
        await simulator.clock.advance("1m");
        const { sections } = await place.shown("anyone");
        const { status } = await place.open("anyone");
        const mine = Object.entries(sections).flatMap(([name, permission]) => (permission === true ? [name] : []));
        expect(Object.keys(sections)).toEqual(listed);
        expect(status === 200).toBe(mine.length > 0);
        opened[status !== 200 ? "refused" : can.update ? "editor" : "reader"] += 1;
        const [session = {}] = place.granted;
        expect(Object.keys(session).toSorted()).toEqual(mine.toSorted());
        const toEditors = can.update ? listed : [];
        expect(toEditors.filter((name) => sections[name] !== true)).toEqual([]);
        const toReaders = can.update ? {} : session;
        expect(editing(toReaders)).toEqual([]);
        expect(TO_EDIT.filter((name) => name in toReaders)).toEqual([]);
      },
    ),
    { numRuns: rounds(40, 1_000), seed },
  );
  expect(Math.min(...Object.values(opened))).toBeGreaterThan(0);
});

describe("when a section can be opened", () => {
  const LISTED = ["payouts", "documents", "notification_banner"] as const;
  const all = (payouts: unknown, notification_banner = payouts, documents = payouts) => ({
    payouts,
    documents,
    notification_banner,
  });

  test("not before there is an account, nor before it was read", async () => {
    const simulator = createStripeSimulator();
    const place = await start(LISTED, "v1, Stripe collects", { simulator });
    expect((await place.shown("admin")).sections).toEqual(all("not_connected"));
    expect((await place.shown("reader")).sections).toEqual(all("not_connected", "role"));
    expect((await place.open("admin")).body["code"]).toBe("conflict");

    simulator.fail({ on: "accounts.retrieve", with: { status: 500 }, times: 50 });
    await connect(place);
    // It was made and not read yet.
    expect((await place.shown("admin")).sections).toEqual(all("busy"));
    expect((await place.open("admin")).status).toBe(409);
    simulator.clearFaults();
    await refresh(place);
    expect((await place.shown("admin")).sections).toEqual(all(true));
    expect(place.granted).toEqual([]);
  });

  test("as soon as there is an account: Stripe draws empty sections before onboarding is finished", async () => {
    const place = await start(LISTED, "v1, Stripe collects");
    await connect(place);
    await place.settled();
    await refresh(place);
    expect(await place.shown("admin")).toMatchObject({ reason: "details_not_submitted", sections: all(true) });
    expect((await place.open("admin")).status).toBe(200);
  });

  test("a rejected account shows its owner what is left on it, and no forms any more", async () => {
    const place = await connected(LISTED, "v1, the platform collects");
    await place.simulator.reject(place.account);
    await refresh(place);
    const shown = await place.shown("admin");
    expect(shown).toMatchObject({ reason: "rejected", can: { update: "terminal" } });
    expect(shown.sections).toEqual(all(true, "terminal"));
    expect((await place.shown("reader")).sections).toEqual(all(true, "role"));
    expect((await place.open("admin")).status).toBe(200);
    expect(Object.keys(place.granted[0] ?? {}).toSorted()).toEqual(["documents", "payouts"]);
  });

  test("a row that was written before it was known who collects gives readers no form", async () => {
    const simulator = createStripeSimulator();
    const store = createMemoryStore({ now: () => simulator.clock.now() });
    const place = await start(LISTED, "v1, the platform collects", { simulator, store });
    await connect(place);
    await place.settled();
    await refresh(place);
    expect((await place.shown("reader")).sections).toEqual(all(true, "role"));
    const { read } = store;
    store.read = async (...asked) => {
      const found = await read(...asked);
      if (!found?.snapshot) return found;
      const { platformCollects: _unknown, ...snapshot } = found.snapshot;
      return { ...found, snapshot };
    };
    expect((await place.shown("reader")).sections).toEqual(all("role", "role", true));
  });
});

describe("what is refused", () => {
  test("any session where the host lists none, with what to do", async () => {
    for (const sections of [undefined, []]) {
      const { open, shown, granted } = await connected(sections);
      expect((await shown("admin")).sections).toEqual({});
      const { status, body } = await open("admin");
      expect([status, body["code"]]).toEqual([409, "conflict"]);
      expect(body["title"]).toMatch(/add `sections` to createConnectionHandler/);
      expect(granted).toEqual([]);
    }
  });

  test("a viewer who asks for sections that only edit", async () => {
    const { open, granted } = await connected(["tax_settings", "notification_banner"]);
    const { status, body } = await open("reader");
    expect([status, body["code"]]).toEqual([403, "forbidden"]);
    expect(body["title"]).toMatch(/this role may open none of the sections/);
    expect((await open("closer")).status).toBe(403);
    expect((await open("updater")).status).toBe(200);
    expect(granted).toHaveLength(1);
  });

  test("a request that names components, features or sections", async () => {
    const { post, granted } = await connected(["payouts_list"]);
    for (const field of [
      { components: { payouts: { enabled: true } } },
      { features: { instant_payouts: true } },
      { sections: ["payouts"] },
    ]) {
      const { status } = await post(
        "/connection/account-session",
        { purpose: "sections", ...field },
        { authorization: "reader" },
      );
      expect(status).toBe(400);
    }
    expect(granted).toEqual([]);
  });

  test("readers still open no form of Stripe's", async () => {
    const { post } = await connected(SECTIONS);
    for (const purpose of ["onboarding", "management"]) {
      expect((await post("/connection/account-session", { purpose }, { authorization: "reader" })).status).toBe(403);
    }
  });

  test("an account that is gone at Stripe reads like none", async () => {
    const { open, simulator, account } = await connected(["payouts"]);
    await simulator.removeAccount(account);
    const { status, body } = await open("admin");
    expect([status, body["code"]]).toEqual([409, "conflict"]);
  });
});

describe("how often", () => {
  test("a reader who opens sections as often as possible leaves admins their sections and their form", async () => {
    const { open, post } = await connected(["payouts_list"]);
    const often = async (as: string, times: number) => {
      const answers = await Promise.all(Array.from({ length: times }, () => open(as)));
      return answers.filter(({ status }) => status === 200).length;
    };
    expect(await often("reader mel", 65)).toBe(60);
    await often("reader a", 60);
    await often("reader b", 60);
    expect(await often("reader last", 1)).toBe(0);
    expect(await often("admin ada", 65)).toBe(60);
    const form = await post("/connection/account-session", { purpose: "onboarding" }, { authorization: "admin ada" });
    expect(form.status).toBe(200);
  });
});
