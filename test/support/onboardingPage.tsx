import { StrictMode, type ReactNode } from "react";
import { render, type RenderResult } from "@testing-library/react";
import { vi } from "vitest";
import type { AccountSession, Connection } from "../../src/core/connection.js";
import type { ConnectionClient, ConnectionState } from "../../src/client/connectionState.js";
import type { ConnectionEvent } from "../../src/core/events.js";
import { en } from "../../src/messages/en.js";
import { ClientContext } from "../../src/react/ConnectionProvider.js";
import { ConnectionContext, type ConnectionSettings } from "../../src/react/context.js";

/** An account in the middle of onboarding, as an admin sees it. */
export const inProgress: Connection = {
  status: "in_progress",
  reason: "details_not_submitted",
  waitingOn: "you",
  action: "open_onboarding",
  payments: "inactive",
  payouts: "inactive",
  requirements: [
    { key: "business_profile.url", group: "business", state: "due", deadline: null },
    { key: "individual.id_number", group: "identity_document", state: "upcoming", deadline: null },
  ],
  deadline: null,
  disabledReason: "requirements.past_due",
  capabilities: [],
  account: { id: "acct_1Acme", displayName: "Acme Ltd", country: "US", defaultCurrency: "usd", createdAt: null },
  mode: "test",
  ready: false,
  can: {
    connect: "already_connected",
    update: true,
    disconnect: true,
    hosted: "unsupported",
    dashboard: "unsupported",
  },
  revision: 3,
  generation: 1,
  scope: "scope-a",
  countries: [],
  statusSince: "2026-11-22T14:00:00Z",
  checkedAt: "2026-11-22T14:02:00Z",
  serverTime: "2026-11-22T14:02:00Z",
  connectedAt: null,
  disconnectedAt: null,
  disconnectedWhy: null,
  startedBy: null,
  lastEventId: "evt_1",
  simulated: false,
  sections: {},
};

export const sessionNumber = (n: number): AccountSession => ({
  clientSecret: `accs_secret_${n}`,
  publishableKey: "pk_test_acme",
  expiresAt: "2026-11-22T15:00:00Z",
});

/** A page's client that answers what the test says. */
export function playedClient(first: Connection | null = inProgress) {
  let state: ConnectionState = stateOf(first);
  let sessions = 0;
  const listeners = new Set<() => void>();
  const client = {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connect: vi.fn<ConnectionClient["connect"]>(),
    refresh: vi.fn<ConnectionClient["refresh"]>(async () => first ?? inProgress),
    update: vi.fn<ConnectionClient["update"]>(async () => sessionNumber(++sessions)),
    openHosted: vi.fn<ConnectionClient["openHosted"]>(),
    previewDisconnect: vi.fn<ConnectionClient["previewDisconnect"]>(),
    disconnect: vi.fn<ConnectionClient["disconnect"]>(),
    settle: vi.fn<ConnectionClient["settle"]>(async () => undefined),
    serverNow: () => Date.parse(inProgress.serverTime),
    destroy: () => listeners.clear(),
  } satisfies ConnectionClient;
  return {
    ...client,
    /** What the back end pushed. */
    show(connection: Connection | null, change: Partial<ConnectionState> = {}) {
      state = { ...stateOf(connection), ...change } as ConnectionState;
      for (const listener of listeners) listener();
    },
  };
}

function stateOf(connection: Connection | null): ConnectionState {
  const base = { pending: null, isOffline: false, retryAt: null, error: null, isStale: false } as const;
  return connection
    ? { ...base, state: "ready", connection, receivedAt: connection.serverTime, isOverdue: false }
    : { ...base, state: "loading", connection: undefined, isSlow: false };
}

export interface OnboardingPage extends RenderResult {
  client: ReturnType<typeof playedClient>;
  events: ConnectionEvent[];
  change: (settings: Partial<ConnectionSettings>) => void;
}

/** Renders under StrictMode, with settings as a provider makes them. */
export function renderOnPage(
  children: ReactNode,
  {
    client = playedClient(),
    ...over
  }: Partial<Omit<ConnectionSettings, "client">> & { client?: OnboardingPage["client"] } = {},
): OnboardingPage {
  const events: ConnectionEvent[] = [];
  let settings: ConnectionSettings = {
    client,
    platformName: "Acme Cloud",
    purpose: "plans",
    messages: en,
    locale: "en",
    dir: "ltr",
    theme: { colorScheme: "light" },
    fonts: undefined,
    timeZone: undefined,
    nonce: undefined,
    onboarding: "embedded",
    allowFraming: false,
    publishableKey: undefined,
    connectJsUrl: undefined,
    onEvent: (event) => void events.push(event),
    ...over,
  };
  const page = () => (
    <StrictMode>
      <ClientContext.Provider value={settings.client}>
        <ConnectionContext.Provider value={settings}>{children}</ConnectionContext.Provider>
      </ClientContext.Provider>
    </StrictMode>
  );
  const result = render(page());
  return {
    ...result,
    client,
    events,
    change(next) {
      settings = { ...settings, ...next };
      result.rerender(page());
    },
  };
}
