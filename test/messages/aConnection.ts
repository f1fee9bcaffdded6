import type { Connection, Requirement } from "../../src/core/connection.js";
import { requirementGroup } from "../../src/core/requirementGroups.js";
import { type DeriveOptions, deriveConnection } from "../../src/stripe/deriveConnection.js";
import { sampleAccount } from "../stripe/accountSamples.js";

export const NOW = Date.parse("2026-11-22T14:02:00.000Z");

/** An instant some days from {@link NOW}. */
export const inDays = (days: number): string => new Date(NOW + days * 86_400_000).toISOString();

/** A connection as an admin gets it: not connected, unless told otherwise. */
export function aConnection(changes: Partial<Connection> = {}): Connection {
  const connection: Connection = {
    ...deriveConnection(null),
    account: null,
    mode: "test",
    ready: false,
    can: { connect: true, update: true, disconnect: true, hosted: "unsupported", dashboard: "unsupported" },
    revision: 1,
    generation: 1,
    scope: "scope",
    countries: [],
    statusSince: null,
    checkedAt: null,
    serverTime: new Date(NOW).toISOString(),
    connectedAt: null,
    disconnectedAt: null,
    disconnectedWhy: null,
    startedBy: null,
    lastEventId: null,
    simulated: false,
    sections: {},
    ...changes,
  };
  return { ...connection, ready: changes.ready ?? connection.status === "connected" };
}

/** A connection to the account of a sample. */
export function connectedTo(name: string, options: DeriveOptions = {}, changes: Partial<Connection> = {}): Connection {
  const derived = deriveConnection(sampleAccount(name), options);
  return aConnection({ ...derived, connectedAt: options.connectedAt ?? null, ...changes });
}

/** A requirement of the business, due and without a date, unless told otherwise. */
export function aRequirement(key: string, changes: Partial<Requirement> = {}): Requirement {
  return { key, group: requirementGroup(key), state: "due", deadline: null, ...changes };
}
