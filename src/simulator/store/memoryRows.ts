import type { Mode } from "../../core/connection.js";
import type { StoredConnection } from "../../server/store/storedConnection.js";
import type { Change, GenerationKey, ReadBy } from "../../server/store/connectionStore.js";

/** A row: what everybody reads, and what only the store needs. */
export interface MemoryRow {
  stored: StoredConnection;
  tenantKey: string;
  /** Who holds the claim now; the claim's own id outlives its owner. */
  leaseOwner: string | null;
  /** The highest sequence whose read was written. */
  sequence: number;
  /** When it was last listed for a sweep; 0: never. */
  triedAt: number;
}

/** The rows, their counters and who is told of changes. A Map: tenants may be called `__proto__`. */
export class MemoryRows {
  readonly #rows = new Map<string, MemoryRow>();
  readonly #listeners = new Set<(change: Change) => void>();
  #revision = 0;
  #generation = 0;
  #sequence = 0;

  readonly nextGeneration = (): number => ++this.#generation;
  readonly latestRevision = (): number => this.#revision;
  readonly nextSequence = (): number => ++this.#sequence;

  all(): MemoryRow[] {
    return [...this.#rows.values()];
  }

  get(mode: Mode, by: { tenant: string } | { tenantKey: string }): MemoryRow | undefined {
    if ("tenant" in by) return this.#rows.get(`${mode}:${by.tenant}`);
    return this.all().find((row) => row.stored.mode === mode && row.tenantKey === by.tenantKey);
  }

  find(mode: Mode, by: ReadBy): MemoryRow | undefined {
    if (!("accountId" in by)) return this.get(mode, by);
    const rows = this.all().filter(({ stored }) => stored.mode === mode && stored.accountId === by.accountId);
    const byGeneration = rows.sort((a, b) => b.stored.generation - a.stored.generation);
    return byGeneration.find(({ stored }) => stored.state !== "disconnected") ?? byGeneration[0];
  }

  /** The row while it holds this generation. */
  inGeneration(key: GenerationKey): MemoryRow | undefined {
    const row = this.get(key.mode, key);
    return row?.stored.generation === key.generation ? row : undefined;
  }

  put(row: MemoryRow): void {
    this.#rows.set(`${row.stored.mode}:${row.stored.tenant}`, row);
  }

  /** For good, and everybody hears of it. */
  remove(tenant: string): void {
    for (const mode of ["test", "live"] as const) {
      const row = this.get(mode, { tenant });
      if (!row) continue;
      this.#rows.delete(`${mode}:${tenant}`);
      this.changed(row);
    }
  }

  /** A visible change: a new revision, and everybody hears of it. */
  changed(row: MemoryRow): void {
    row.stored.revision = ++this.#revision;
    const change: Change = { tenantKey: row.tenantKey, mode: row.stored.mode, revision: row.stored.revision };
    for (const listener of this.#listeners) queueMicrotask(() => this.#listeners.has(listener) && listener(change));
  }

  listen(listener: (change: Change) => void): () => void {
    // A wrapper of its own, so that listening twice with one function is two subscriptions.
    const own = (change: Change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}
