import type { AccountSession, Connection, DisconnectPreview, SessionPurpose } from "./connection.js";

/** Options of every call to a back end. */
export interface CallOptions {
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** What a new account may be made with. */
export interface ConnectInput {
  /** ISO 3166-1 alpha-2, one of `connection.countries`. Can't be changed later. */
  country?: string;
  /**
   * Default: Stripe asks in its form.
   * @see https://docs.stripe.com/api/accounts/create#create_account-business_type
   */
  businessType?: "individual" | "company" | "non_profit" | "government_entity";
}

/** What Stripe's form or sections are opened for. */
export interface AccountSessionInput {
  /** Stripe's onboarding, its account management, or all sections that the connection says may be opened. */
  purpose: SessionPurpose;
  /** Requirement keys to collect, and no others. Default: everything that is due. */
  requirements?: string[];
}

/** A way to Stripe's hosted page. */
export interface OnboardingLink {
  /** Stripe's hosted page. Single use: never store or send it. */
  url: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/** The way to the account's own Stripe dashboard. */
export interface DashboardLink {
  /** Signs its owner in, once, where the dashboard is Express: never store, log or send it. */
  url: string;
}

/** Called while a subscription is open. */
export interface ConnectionListener {
  /** The stream stands, because a byte of it has come: polling can rest. */
  onOpen?(): void;
  /** The whole connection, as this viewer may see it. `id` resumes the stream. */
  onConnection(connection: Connection, id: string | null): void;
}

/**
 * The port to a back end. Every method rejects with a `ConnectionError` and with nothing else, save for the caller's own
 * abort, which rejects with the signal's reason.
 * `adapterContract` of `react-stripe-connection/testing` tells whether an implementation behaves.
 */
export interface StripeConnectionAdapter {
  /**
   * Adapters with equal keys are the same: they share one state and one request. One that is made for a tenant names it
   * here, or is given to a provider with a `scope`.
   */
  readonly key: string;
  /** After how long the client gives up a call other than `subscribe`, with `timeout`, ms: longer than any deadline of your own. Default: 30 000. */
  readonly timeout?: number;
  /** The connection as this viewer may see it now. Makes and changes nothing at Stripe. */
  getConnection(options?: CallOptions): Promise<Connection>;
  /** Makes a new Stripe account, once: with an account there already it resolves to that connection. */
  connect(input?: ConnectInput, options?: CallOptions): Promise<Connection>;
  /** Reads the account from Stripe again. */
  refresh(options?: CallOptions): Promise<Connection>;
  /** A key to Stripe's form or sections, new with each call. Rejects with `rate_limited` after too many. */
  createAccountSession(input: AccountSessionInput, options?: CallOptions): Promise<AccountSession>;
  /** Rejects with `hosted_unavailable` where Stripe grants the account no hosted page. */
  createOnboardingLink(options?: CallOptions): Promise<OnboardingLink>;
  /**
   * The account's own dashboard, new with each call. Rejects with `dashboard_unavailable` where the account has none or
   * Stripe does not open it yet. Absent where a back end can't: the card does not offer it.
   */
  createDashboardLink?(options?: CallOptions): Promise<DashboardLink>;
  /** What a disconnect would do and what stands in its way. Changes nothing. */
  previewDisconnect(options?: CallOptions): Promise<DisconnectPreview>;
  /** Resolves only after the account is disconnected. Rejects with `conflict` for another generation, `disconnect_blocked` for a blocker. */
  disconnect(input: { generation: number }, options?: CallOptions): Promise<Connection>;
  /**
   * One stream of changes. Begins with the connection as it is, unless `lastEventId` says that the listener has it.
   * Resolves when the back end ended it in good order (connect again, with `lastEventId`), rejects when it broke. Absent
   * where a back end can't push: the client polls. Rejects with an error that is not retryable where that is known only
   * once asked.
   */
  subscribe?(listener: ConnectionListener, options: CallOptions & { lastEventId?: string | null }): Promise<void>;
}
