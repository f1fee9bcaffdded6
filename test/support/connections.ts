import type { Connection } from "../../src/core/connection.js";

const settled: Connection = {
  status: "connected",
  reason: "ok",
  waitingOn: "nobody",
  action: "none",
  payments: "active",
  payouts: "active",
  requirements: [],
  deadline: null,
  disabledReason: null,
  capabilities: [],
  account: { id: "acct_1", displayName: "Acme", country: "US", defaultCurrency: "usd", createdAt: null },
  mode: "test",
  ready: true,
  can: {
    connect: "already_connected",
    update: true,
    disconnect: true,
    hosted: "unsupported",
    dashboard: "unsupported",
  },
  revision: 7,
  generation: 1,
  scope: "scope-a",
  countries: [],
  statusSince: "2026-11-22T14:00:00.000Z",
  checkedAt: "2026-11-22T14:02:00.000Z",
  serverTime: "2026-11-22T14:02:00.000Z",
  connectedAt: "2026-11-22T14:00:00.000Z",
  disconnectedAt: null,
  disconnectedWhy: null,
  startedBy: null,
  lastEventId: null,
  simulated: false,
  sections: {},
};

/** A connected account, save for what the test says. */
export const connected = (own: Partial<Connection> = {}): Connection => ({ ...settled, ...own });

/** An account that Stripe has not told about yet. */
export const connecting = (own: Partial<Connection> = {}): Connection => ({
  ...settled,
  status: "connecting",
  reason: "awaiting_snapshot",
  waitingOn: "stripe",
  action: "wait",
  payments: "inactive",
  payouts: "inactive",
  ready: false,
  connectedAt: null,
  statusSince: "2026-11-22T14:02:00.000Z",
  ...own,
});
