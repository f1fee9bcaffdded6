import { must, mustBe } from "../contractCase.js";
import { ASKED, auditOf, claimed, keyOf, linked, PLATFORM, type StoreSetup } from "./storeContractSetup.js";

type Cases = Record<string, (setup: StoreSetup) => Promise<void>>;

/** Who did what, and how it is read. */
export const auditCases: Cases = {
  "what was done is read newest first, by whom, when and to which account": async ({ store, tenant, account }) => {
    mustBe(await store.readAudit({ tenant, mode: "test", limit: 10 }), [], "the entries before the first");
    const key = keyOf(await linked(store, tenant, account()));
    await store.tombstone({ ...key, ...ASKED });
    const audit = { ...key, what: "disconnect", who: ASKED.who, accountId: account() } as const;
    await store.finishDisconnect({ ...key, outcome: "disconnected", audit });
    const read = await store.readAudit({ tenant, mode: "test", limit: 10 });
    const { generation } = key;
    mustBe(
      read.map(({ mode, generation: of, what, who, accountId }) => [mode, of, what, who, accountId]),
      [
        ["test", generation, "disconnect", ASKED.who, account()],
        ["test", generation, "connect", "ada", account()],
      ],
      "the entries",
    );
    mustBe(
      read.map((entry) => Object.keys(entry).toSorted()),
      Array(2).fill(["accountId", "at", "generation", "id", "mode", "what", "who"]),
      "the fields of the entries",
    );
    const [last, first] = read;
    must(last !== undefined && first !== undefined && last.id > first.id, "the ids grow");
    must(
      [last.at, first.at].every((at) => new Date(at).toISOString() === at),
      `the times are ISO 8601 UTC: ${last.at}, ${first.at}`,
    );
    must(last.at >= first.at, "the times do not go back");
  },

  "an act that was refused or done before leaves no entry": async ({ store, tenant, other, account }) => {
    const key = keyOf(await linked(store, tenant, account()));
    const commit = { ...key, accountId: account(), platformId: PLATFORM, audit: auditOf(key, account()) };
    mustBe((await store.commitAccount(commit)).outcome, "committed", "the same account again");
    const { connection } = await claimed(store, other);
    const taken = { ...commit, ...keyOf(connection), audit: auditOf(keyOf(connection), account()) };
    mustBe((await store.commitAccount(taken)).outcome, "taken", "the account for another tenant");
    const audit = { ...key, what: "disconnect", who: null, accountId: account() } as const;
    const end = await store.finishDisconnect({ ...key, outcome: "disconnected", audit });
    mustBe(end.finished, false, "the end of a disconnect that never began");
    const whats = async (name: string) =>
      (await store.readAudit({ tenant: name, mode: "test", limit: 10 })).map(({ what }) => what);
    mustBe([await whats(tenant), await whats(other)], [["connect"], []], "the entries");
  },

  "E1 a tenant's entries are read by its own name and mode only": async ({ store, tenant, other, account }) => {
    await linked(store, tenant, account());
    await linked(store, other, account("other"));
    const accounts = async (name: string, mode: "test" | "live") =>
      (await store.readAudit({ tenant: name, mode, limit: 10 })).map(({ accountId }) => accountId);
    mustBe(await accounts(tenant, "test"), [account()], "one tenant's");
    mustBe(await accounts(other, "test"), [account("other")], "the other's");
    mustBe(await accounts(tenant, "live"), [], "the other mode's");
    // Another tenant's cursor is a number like any other.
    const [foreign] = await store.readAudit({ tenant: other, mode: "test", limit: 1 });
    must(foreign !== undefined, "the other tenant has an entry");
    const before = await store.readAudit({ tenant, mode: "test", limit: 10, before: foreign.id });
    mustBe(
      before.map(({ accountId }) => accountId),
      [account()],
      "one tenant's before the other's entry",
    );
  },

  "pages of entries are the whole, without a gap and without a repetition": async ({ store, tenant, account }) => {
    for (const name of ["a", "b", "c"]) {
      const key = keyOf(await linked(store, tenant, account(name)));
      const audit = { ...key, what: "removed_at_stripe", who: null, accountId: account(name) } as const;
      await store.finishDisconnect({ ...key, outcome: "removed", audit });
    }
    const whole = await store.readAudit({ tenant, mode: "test", limit: 100 });
    mustBe(
      whole.map(({ accountId }) => accountId),
      ["c", "c", "b", "b", "a", "a"].map((name) => account(name)),
      "the accounts of the entries",
    );
    const pages = [];
    let before: number | undefined;
    for (let page = 0; page < 4; page += 1) {
      const entries = await store.readAudit({
        tenant,
        mode: "test",
        limit: 2,
        ...(before === undefined ? {} : { before }),
      });
      pages.push(entries);
      before = entries.at(-1)?.id ?? before;
      // What is done meanwhile is newer than every page that is still to come.
      if (page === 0) await linked(store, tenant, account("meanwhile"));
    }
    mustBe(pages, [whole.slice(0, 2), whole.slice(2, 4), whole.slice(4), []], "the pages");
  },

  "F11 a purge deletes the entries, and the ids go on": async ({ store, tenant, other, account }) => {
    await linked(store, tenant, account());
    await linked(store, other, account("other"));
    const [before] = await store.readAudit({ tenant, mode: "test", limit: 10 });
    await store.purge(tenant);
    mustBe(await store.readAudit({ tenant, mode: "test", limit: 10 }), [], "the entries after a purge");
    mustBe((await store.readAudit({ tenant: other, mode: "test", limit: 10 })).length, 1, "another tenant's");
    await linked(store, tenant, account("next"));
    const after = await store.readAudit({ tenant, mode: "test", limit: 10 });
    mustBe(
      after.map(({ accountId }) => accountId),
      [account("next")],
      "the entries of the next account",
    );
    must((after[0]?.id ?? 0) > (before?.id ?? 0), "its id is higher than the last one before the purge");
  },
};
