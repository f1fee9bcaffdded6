import type { AccountSnapshot, StoredConnection } from "../store/storedConnection.js";
import type { Fact } from "../store/connectionStore.js";
import { asRead } from "../listedAccount.js";
import type { ConnectionFact, ConnectionHandlerOptions, FactCallback } from "../handlerOptions.js";

const NEAR_MS = 14 * 24 * 60 * 60 * 1000;

/** The option that holds the callback of each fact. */
export const OPTION_OF_FACT = {
  connected: "onConnected",
  action_needed: "onActionNeeded",
  deadline_near: "onDeadlineNear",
  disconnected: "onDisconnected",
} as const satisfies Record<Fact["name"], keyof ConnectionHandlerOptions>;

export const FACT_NAMES = ["connected", "action_needed", "deadline_near", "disconnected"] as const;

export function callbackFor(options: ConnectionHandlerOptions, name: Fact["name"]): FactCallback | undefined {
  return options[OPTION_OF_FACT[name]];
}

/**
 * What a new snapshot tells the host. The ids name the change itself, so that two instances that see the same change
 * write the same fact.
 */
export function factsOfSnapshot(before: StoredConnection, snapshot: AccountSnapshot, now: number): Fact[] {
  const { status, reason, deadline } = asRead(snapshot.derived);
  const statusBefore = before.snapshot && asRead(before.snapshot.derived).status;
  const payload = { accountId: snapshot.account.id, reason, deadline };
  const facts: Fact[] = [];
  if (status === "connected") facts.push({ id: "connected", name: "connected", payload });
  if (status === "error" && statusBefore !== "error") {
    facts.push({ id: `action_needed:${before.revision}`, name: "action_needed", payload });
  }
  if (deadline !== null && Date.parse(deadline) - now <= NEAR_MS) {
    facts.push({ id: `deadline_near:${deadline}`, name: "deadline_near", payload });
  }
  return facts;
}

export function disconnectedFact(stored: StoredConnection, why: "user" | "removed_at_stripe"): Fact {
  return {
    id: "disconnected",
    name: "disconnected",
    payload: { accountId: stored.accountId, reason: why, deadline: null },
  };
}

/** A fact as the host is told it. */
export function asConnectionFact(fact: Fact & Pick<ConnectionFact, "tenant" | "mode" | "generation">): ConnectionFact {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    id: `${fact.generation}:${fact.id}`,
    tenant: fact.tenant,
    mode: fact.mode,
    generation: fact.generation,
    accountId: text(fact.payload["accountId"]),
    reason: text(fact.payload["reason"]),
    deadline: text(fact.payload["deadline"]),
  };
}
