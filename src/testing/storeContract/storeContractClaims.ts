import { tenantKey } from "../../server/store/connectionStore.js";
import type { StoredConnection } from "../../server/store/storedConnection.js";
import { must, mustBe } from "../contractCase.js";
import { auditOf, claimed, keyOf, linked, PLATFORM, type StoreSetup } from "./storeContractSetup.js";

type Cases = Record<string, (setup: StoreSetup) => Promise<void>>;

/** From nobody's to an account's. */
export const claimCases: Cases = {
  "a tenant that never connected reads null": async ({ store, tenant, account }) => {
    mustBe(await store.read("test", { tenant }), null, "the row by tenant");
    mustBe(await store.read("test", { accountId: account() }), null, "the row by account");
  },

  "of twenty claims at once one is claimed, and all see its generation": async ({ store, tenant }) => {
    const results = await Promise.all(Array.from({ length: 20 }, () => claimed(store, tenant)));
    mustBe(results.map(({ outcome }) => outcome).toSorted(), ["claimed", ...Array(19).fill("held")], "the outcomes");
    mustBe(new Set(results.map(({ connection }) => connection.generation)).size, 1, "the number of generations");
  },

  "a claim is kept whole: who, what and until when": async ({ store, tenant }) => {
    const params = { country: "DE", nested: { list: [1, "zwei", null], nul: "a\u0000b" } };
    const { connection } = await claimed(store, tenant, 60_000, params);
    const read = await store.read("test", { tenantKey: await tenantKey(tenant) });
    mustBe(read && { ...read, readAt: connection.readAt }, connection, "the row read by its key");
    mustBe(read?.claim?.params, params, "the params");
    mustBe([read?.state, read?.startedBy, read?.accountId], ["claimed", "ada", null], "the row");
    must(read?.claim?.leaseUntil != null && read.statusSince !== null, "the lease and the status have times");
    mustBe(await store.read("live", { tenant }), null, "the other mode's row");
  },

  "a claim whose owner died goes on with the same generation, id and params": async ({ store, tenant }) => {
    const first = await claimed(store, tenant, 0, { country: "DE" });
    const second = await claimed(store, tenant, 60_000, { country: "FR" });
    mustBe(second.outcome, "claimed", "the outcome");
    mustBe(second.connection.generation, first.connection.generation, "the generation");
    mustBe(second.connection.claim?.id, first.connection.claim?.id, "the claim's id");
    mustBe(second.connection.claim?.params, { country: "DE" }, "the params");
    mustBe((await claimed(store, tenant)).outcome, "held", "a third claim");
  },

  "the age of a claim is measured by the store's own clock": async ({ store, tenant }) => {
    const ageOf = ({ readAt, statusSince }: StoredConnection) => Date.parse(readAt) - Date.parse(statusSince ?? "");
    const began = performance.now();
    const first = (await claimed(store, tenant, 0)).connection;
    must(new Date(first.readAt).toISOString() === first.readAt, `the time of a read is ISO 8601 UTC: ${first.readAt}`);
    const between = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const passed = performance.now() - between;
    const next = (await claimed(store, tenant, 0)).connection;
    mustBe(next.statusSince, first.statusSince, "when a claim began that is taken over");
    // Process and database measure the same span, and each rounds to milliseconds.
    const isBetween = (age: number, least: number) => age >= least - 2 && age <= performance.now() - began + 2;
    must(isBetween(ageOf(first), 0), `a claim that just began is not ${ageOf(first)} ms old`);
    must(isBetween(ageOf(next), passed), `a claim that began ${passed} ms ago is not ${ageOf(next)} ms old`);
  },

  "a claim that was given up begins anew, with a new generation": async ({ store, tenant }) => {
    const first = (await claimed(store, tenant)).connection;
    const claimId = first.claim?.id ?? "";
    mustBe(await store.renewClaim({ ...keyOf(first), claimId: "another", leaseMs: 1 }), false, "renewing another's");
    mustBe(await store.renewClaim({ ...keyOf(first), claimId, leaseMs: 90_000 }), true, "renewing one's own");
    mustBe(await store.renewClaim({ ...keyOf(first), claimId, leaseMs: "release" }), true, "giving it up");
    mustBe(await store.renewClaim({ ...keyOf(first), claimId, leaseMs: 1 }), false, "renewing what was given up");
    mustBe((await store.read("test", { tenant }))?.claim?.leaseUntil, null, "the lease");
    const second = await claimed(store, tenant, 60_000, { country: "FR" });
    mustBe([second.outcome, second.connection.claim?.params], ["claimed", { country: "FR" }], "the next claim");
    must(second.connection.generation > first.generation, "the generation grows");
    must(second.connection.revision > first.revision, "the revision grows");
  },

  "an account is committed once, and the same again is no harm": async ({ store, tenant, account }) => {
    const stored = await linked(store, tenant, account());
    mustBe([stored.state, stored.accountId, stored.claim], ["linked", account(), null], "the row");
    mustBe([stored.platformId, stored.ending], [PLATFORM, null], "whose it is, and no end of it");
    const key = keyOf(stored);
    const audit = auditOf(key, account());
    mustBe(
      (await store.commitAccount({ ...key, accountId: account(), platformId: PLATFORM, audit })).outcome,
      "committed",
      "the same again",
    );
    mustBe(
      (await store.commitAccount({ ...key, accountId: account("x"), platformId: PLATFORM, audit })).outcome,
      "lost",
      "another account",
    );
    mustBe((await claimed(store, tenant)).outcome, "exists", "a claim of a linked row");
    mustBe((await store.read("test", { accountId: account() }))?.tenant, tenant, "the tenant of the account");
  },

  "a commit of another generation is lost": async ({ store, tenant, account }) => {
    const { connection } = await claimed(store, tenant);
    const key = { ...keyOf(connection), generation: connection.generation + 1 };
    const { outcome } = await store.commitAccount({
      ...key,
      accountId: account(),
      platformId: PLATFORM,
      audit: auditOf(key, account()),
    });
    mustBe(outcome, "lost", "the outcome");
    mustBe((await store.read("test", { tenant }))?.state, "claimed", "the state");
  },

  "F3 the same account under two tenants is impossible, also at the same moment": async (setup) => {
    const { store, tenant, other, account } = setup;
    const rows = await Promise.all([claimed(store, tenant), claimed(store, other)]);
    const outcomes = await Promise.all(
      rows.map(async ({ connection }) => {
        const key = keyOf(connection);
        return (
          await store.commitAccount({
            ...key,
            accountId: account(),
            platformId: PLATFORM,
            audit: auditOf(key, account()),
          })
        ).outcome;
      }),
    );
    mustBe(outcomes.toSorted(), ["committed", "taken"], "the outcomes");
  },
};
