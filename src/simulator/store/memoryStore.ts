import { isSettled } from "../../server/store/settled.js";
import type { StoredConnection } from "../../server/store/storedConnection.js";
import { type ConnectionStore, tenantKey } from "../../server/store/connectionStore.js";
import { claimRow } from "./memoryClaim.js";
import { MemoryFacts } from "./memoryFacts.js";
import { type MemoryRow, MemoryRows } from "./memoryRows.js";
import { MemoryTokens } from "./memoryTokens.js";

/** What `createMemoryStore` takes. */
export interface MemoryStoreOptions {
  /** Milliseconds since 1970. Default: the system's clock. */
  now?: () => number;
}

/**
 * A store in memory with the semantics of the one on PostgreSQL, for demos, Storybook and tests. It forgets everything
 * with its process. Each verb runs in one turn of the event loop, and so nothing comes between.
 */
export function createMemoryStore({ now = Date.now }: MemoryStoreOptions = {}): ConnectionStore {
  const rows = new MemoryRows();
  const facts = new MemoryFacts();
  const tokens = new MemoryTokens();
  const time = () => new Date(now()).toISOString();
  const copyOf = (row: MemoryRow): StoredConnection => ({ ...structuredClone(row.stored), readAt: time() });
  const copy = (row: MemoryRow | undefined): StoredConnection | null => (row ? copyOf(row) : null);

  return {
    async read(mode, by) {
      return copy(rows.find(mode, by));
    },

    async claim(input) {
      const key = await tenantKey(input.tenant);
      const { outcome, row } = claimRow(rows, key, input, now());
      return { outcome, connection: copyOf(row) };
    },

    async renewClaim({ claimId, leaseMs, ...key }) {
      const row = rows.inGeneration(key);
      const claim = row?.stored.state === "claimed" ? row.stored.claim : null;
      if (!row || claim?.id !== claimId || claim.leaseUntil === null) return false;
      if (leaseMs === "release") {
        claim.leaseUntil = null;
        row.stored.statusSince = time();
        rows.changed(row);
      } else {
        claim.leaseUntil = new Date(now() + leaseMs).toISOString();
      }
      return true;
    },

    async commitAccount({ accountId, platformId, audit, ...key }) {
      const row = rows.inGeneration(key);
      if (!row) return { outcome: "lost", connection: copy(rows.get(key.mode, key)) };
      const { stored } = row;
      if (stored.state === "linked" && stored.accountId === accountId) {
        return { outcome: "committed", connection: copy(row) };
      }
      if (stored.state !== "claimed") return { outcome: "lost", connection: copy(row) };
      const holder = rows.find(key.mode, { accountId });
      if (holder && holder.stored.state !== "disconnected") return { outcome: "taken", connection: copy(row) };
      const linked = { state: "linked", accountId, platformId, claim: null } as const;
      Object.assign(stored, { ...linked, disconnectedAt: null, disconnectedWhy: null });
      row.leaseOwner = null;
      facts.writeAudit(audit, time());
      rows.changed(row);
      return { outcome: "committed", connection: copy(row) };
    },

    async hear({ mode, accountId, eventId }) {
      const row = rows.find(mode, { accountId });
      const connection = copy(row);
      if (row && facts.hasEvent(mode, eventId)) return { sequence: "duplicate", connection };
      return { sequence: row?.stored.state === "linked" ? rows.nextSequence() : "gone", connection };
    },

    async nextSequence({ eventId, ...key }) {
      if (eventId !== undefined && facts.hasEvent(key.mode, eventId)) return "duplicate";
      return rows.inGeneration(key)?.stored.state === "linked" ? rows.nextSequence() : "gone";
    },

    async apply({ sequence, revision, snapshot, eventId, facts: news, ...key }) {
      const row = rows.inGeneration(key);
      if (row?.stored.state !== "linked") return { outcome: "gone", connection: copy(rows.get(key.mode, key)) };
      const { stored } = row;
      const isLate = row.sequence >= sequence;
      if (!isLate && stored.revision !== (revision ?? stored.revision)) {
        return { outcome: "changed", connection: copy(row) };
      }
      facts.keepEvent(key.mode, eventId, key.tenant);
      if (isLate) return { outcome: "superseded", connection: copy(row) };
      const before = stored.snapshot;
      row.sequence = sequence;
      stored.snapshot = structuredClone(snapshot);
      stored.checkedAt = time();
      stored.lastEventId = eventId ?? stored.lastEventId;
      if (snapshot.derived.status !== (before?.derived.status ?? "connecting")) stored.statusSince = time();
      if (snapshot.derived.status === "connected") stored.connectedAt ??= time();
      facts.keep(key, news);
      if (JSON.stringify(before) !== JSON.stringify(snapshot)) rows.changed(row);
      return { outcome: "applied", connection: copy(row) };
    },

    async tombstone({ who, policy, leaseMs, ...key }) {
      const row = rows.inGeneration(key);
      const leaseUntil = new Date(now() + leaseMs).toISOString();
      if (row?.stored.state === "linked") {
        Object.assign(row.stored, {
          state: "disconnecting",
          disconnectedWhy: "user",
          ending: { who, policy, leaseUntil },
        });
      } else if (row?.stored.state === "disconnecting" && row.stored.ending) {
        if (Date.parse(row.stored.ending.leaseUntil) > now()) return { outcome: "held", connection: copy(row) };
        row.stored.ending.leaseUntil = leaseUntil;
      } else {
        return { outcome: "conflict", connection: copy(rows.get(key.mode, key)) };
      }
      rows.changed(row);
      return { outcome: "tombstoned", connection: copy(row) };
    },

    async finishDisconnect({ outcome, eventId, facts: news, audit, ...key }) {
      const isGone = outcome === "removed" || outcome === "closed";
      const row = rows.inGeneration(key);
      if (row?.stored.state !== (isGone ? "linked" : "disconnecting")) {
        return { finished: false, connection: copy(rows.get(key.mode, key)) };
      }
      const at = time();
      if (outcome === "left" && row.stored.ending) row.stored.ending.leaseUntil = at;
      if (outcome !== "left") row.stored.ending = null;
      // Events that came meanwhile were not heard.
      if (outcome === "restored")
        Object.assign(row.stored, { state: "linked", disconnectedWhy: null, checkedAt: null });
      if (isGone) row.stored.disconnectedWhy = `${outcome}_at_stripe`;
      if (outcome === "disconnected" || isGone) {
        Object.assign(row.stored, { state: "disconnected", snapshot: null, disconnectedAt: at, statusSince: at });
      }
      facts.keepEvent(key.mode, eventId, key.tenant);
      facts.keep(key, news);
      if (audit) facts.writeAudit(audit, at);
      rows.changed(row);
      return { finished: true, connection: copy(row) };
    },

    async takeToken(input) {
      return tokens.take(input, now());
    },

    async readAudit(input) {
      return facts.readAudit(input);
    },

    async claimCallbacks(input) {
      return facts.lease(input, now());
    },

    async ackCallback(fact) {
      facts.ack(fact);
    },

    async listStale({ mode, unsettledMs, settledMs, limit }) {
      const needsWork = ({ stored }: MemoryRow): boolean => {
        const leaseUntil = stored.claim?.leaseUntil ?? stored.ending?.leaseUntil;
        if (leaseUntil !== undefined) return Date.parse(leaseUntil) <= now();
        const maxAge = isSettled(stored.snapshot) ? settledMs : unsettledMs;
        return stored.state === "linked" && Date.parse(stored.checkedAt ?? "1970-01-01") <= now() - maxAge;
      };
      const lookedAt = ({ stored, triedAt }: MemoryRow) =>
        Math.max(triedAt, Date.parse(stored.checkedAt ?? "1970-01-01"));
      const stale = rows
        .all()
        .filter((row) => row.stored.mode === mode && needsWork(row))
        .sort((a, b) => lookedAt(a) - lookedAt(b) || a.stored.generation - b.stored.generation)
        .slice(0, limit);
      for (const row of stale) row.triedAt = now();
      return stale.map(copyOf);
    },

    async purge(tenant) {
      const key = await tenantKey(tenant);
      rows.remove(tenant);
      facts.remove(tenant);
      tokens.remove(`${key}:`);
    },

    async latestRevision() {
      return rows.latestRevision();
    },

    async subscribe(onChange) {
      const end = rows.listen(onChange);
      return async () => end();
    },
  };
}
