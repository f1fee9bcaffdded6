import type { StoredConnection } from "../../server/store/storedConnection.js";
import type { ConnectionStore } from "../../server/store/connectionStore.js";
import type { MemoryRow, MemoryRows } from "./memoryRows.js";

type ClaimInput = Parameters<ConnectionStore["claim"]>[0];
interface ClaimResult {
  outcome: Awaited<ReturnType<ConnectionStore["claim"]>>["outcome"];
  row: MemoryRow;
}

/** The first step of a new account: one owner at a time, who may be taken over after the lease. */
export function claimRow(rows: MemoryRows, tenantKey: string, input: ClaimInput, now: number): ClaimResult {
  const leaseUntil = new Date(now + input.leaseMs).toISOString();
  const row = rows.get(input.mode, input);
  const claim = row?.stored.claim ?? null;

  if (!row || row.stored.state === "disconnected" || (row.stored.state === "claimed" && claim?.leaseUntil === null)) {
    const fresh: MemoryRow = {
      stored: freshConnection(input, row?.stored, rows.nextGeneration(), leaseUntil, new Date(now).toISOString()),
      tenantKey,
      leaseOwner: input.claimId,
      sequence: 0,
      triedAt: 0,
    };
    rows.put(fresh);
    rows.changed(fresh);
    return { outcome: "claimed", row: fresh };
  }
  if (row.stored.state !== "claimed" || !claim) return { outcome: "exists", row };
  const lapsed = Date.parse(claim.leaseUntil ?? "") <= now;
  if (lapsed) {
    claim.leaseUntil = leaseUntil;
    row.leaseOwner = input.claimId;
  }
  const outcome = row.leaseOwner === input.claimId ? "claimed" : "held";
  return { outcome, row };
}

function freshConnection(
  input: ClaimInput,
  before: StoredConnection | undefined,
  generation: number,
  leaseUntil: string,
  statusSince: string,
): StoredConnection {
  return {
    tenant: input.tenant,
    mode: input.mode,
    readAt: statusSince,
    state: "claimed",
    generation,
    revision: 0,
    claim: { id: input.claimId, params: structuredClone(input.params), leaseUntil },
    accountId: null,
    platformId: null,
    ending: null,
    snapshot: null,
    startedBy: input.startedBy,
    statusSince,
    checkedAt: null,
    connectedAt: null,
    // What was before stays to be told if this attempt comes to nothing.
    disconnectedAt: before?.disconnectedAt ?? null,
    disconnectedWhy: before?.disconnectedWhy ?? null,
    lastEventId: null,
  };
}
