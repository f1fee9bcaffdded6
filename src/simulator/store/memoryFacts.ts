import type {
  AuditEntry,
  AuditRecord,
  ConnectionStore,
  Fact,
  GenerationKey,
  PendingFact,
} from "../../server/store/connectionStore.js";

interface KeptFact {
  fact: PendingFact;
  leasedUntil: number;
  /** How often it was given out. */
  attempts: number;
  done: boolean;
}

const keyOf = (fact: GenerationKey & { id: string }) =>
  JSON.stringify([fact.tenant, fact.mode, fact.generation, fact.id]);

/** What happened: facts for the host's callbacks, applied events, the audit trail. */
export class MemoryFacts {
  readonly #facts = new Map<string, KeptFact>();
  readonly #events = new Map<string, string>();
  #audit: (AuditEntry & AuditRecord)[] = [];
  #lastAuditId = 0;

  hasEvent(mode: string, eventId: string): boolean {
    return this.#events.has(`${mode}:${eventId}`);
  }

  keepEvent(mode: string, eventId: string | undefined, tenant: string): void {
    if (eventId !== undefined) this.#events.set(`${mode}:${eventId}`, tenant);
  }

  keep({ tenant, mode, generation }: GenerationKey, facts: readonly Fact[] = []): void {
    for (const fact of facts) {
      const pending = structuredClone({ ...fact, tenant, mode, generation });
      if (!this.#facts.has(keyOf(pending))) {
        this.#facts.set(keyOf(pending), { fact: pending, leasedUntil: 0, attempts: 0, done: false });
      }
    }
  }

  lease(
    { mode, name, limit, leaseMs, maxLeaseMs }: Parameters<ConnectionStore["claimCallbacks"]>[0],
    now: number,
  ): PendingFact[] {
    const due = [...this.#facts.values()]
      .filter(({ fact, done, leasedUntil }) => fact.mode === mode && fact.name === name && !done && leasedUntil <= now)
      // Equal ones stay in the order in which they were kept.
      .toSorted((a, b) => a.attempts - b.attempts)
      .slice(0, limit);
    for (const kept of due) {
      kept.leasedUntil = now + Math.min(leaseMs * 2 ** kept.attempts, maxLeaseMs);
      kept.attempts += 1;
    }
    return due.map((kept) => structuredClone(kept.fact));
  }

  ack(fact: PendingFact): void {
    const kept = this.#facts.get(keyOf(fact));
    if (kept) kept.done = true;
  }

  writeAudit(entry: AuditEntry, at: string): void {
    this.#lastAuditId += 1;
    this.#audit.push({ ...structuredClone(entry), id: this.#lastAuditId, at });
  }

  readAudit({ tenant, mode, limit, before }: Parameters<ConnectionStore["readAudit"]>[0]): AuditRecord[] {
    return this.#audit
      .filter((entry) => entry.tenant === tenant && entry.mode === mode && entry.id < (before ?? Infinity))
      .toReversed()
      .slice(0, limit)
      .map(({ tenant: _own, ...record }) => record);
  }

  remove(tenant: string): void {
    for (const [key, { fact }] of this.#facts) if (fact.tenant === tenant) this.#facts.delete(key);
    for (const [key, owner] of this.#events) if (owner === tenant) this.#events.delete(key);
    this.#audit = this.#audit.filter((entry) => entry.tenant !== tenant);
  }
}
