import type { StripeConnectionAdapter } from "../../core/adapter.js";
import type { ConnectedAccount, Connection } from "../../core/connection.js";
import { ConnectionError, type ConnectionErrorCode } from "../../core/errors.js";
import { must } from "../contractCase.js";

/** A tenant without an account, whose viewer may do everything. */
export interface AdapterHarness {
  /** The one that is held to the contract. */
  adapter: StripeConnectionAdapter;
  /** Another page of the same tenant. */
  another: StripeConnectionAdapter;
  /**
   * Signs somebody else in to the page of `adapter`, which stays the same object: a person of another tenant without an
   * account, and back. Needed unless the contract is asked for with `switches: false`.
   */
  signIn?: (tenant: "own" | "other") => void | Promise<void>;
  /** What goes on at Stripe. Needed unless the contract is asked for with `controlled: false`. */
  control?: AdapterControl;
  /** Runs after the case, whatever became of it. */
  close?: () => Promise<void>;
}

/** What goes on at Stripe, played by the harness. */
export interface AdapterControl {
  /** The form is filled in and everything is verified. Need not wait until the back end has heard of it. */
  approve: (accountId: string) => Promise<void>;
  /** The account is closed at Stripe. */
  removeAccount: (accountId: string) => Promise<void>;
  /** Accounts of this tenant that Stripe has now. */
  countAccounts: () => Promise<number>;
}

export type AdapterCases = Record<string, (harness: AdapterHarness) => Promise<void>>;

/** Whether a section may be opened. A back end of before 0.2 tells of none. */
export const opensSections = ({ sections }: Partial<Connection>): boolean =>
  Object.values(sections ?? {}).includes(true);

/** How a dashboard that is not there is refused. A back end of before 0.2 has no path for it, which reads as `unsupported`. */
export const noDashboardCodes = ({ can }: Connection): ConnectionErrorCode[] =>
  can.dashboard === "unsupported" ? ["dashboard_unavailable", "invalid_request"] : ["dashboard_unavailable"];

export function controlOf({ control }: AdapterHarness): AdapterControl {
  must(control !== undefined, "the harness has a `control`; without one ask for `{ controlled: false }`");
  return control;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks until it holds; a back end hears from Stripe when it hears. 10 s at most. */
export async function eventually<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  sentence: string,
): Promise<T> {
  let answer = await ask();
  for (let waited = 0; !holds(answer); waited += 50) {
    must(waited < 10_000, `${sentence}, not even after 10 s: ${JSON.stringify(answer)}`);
    await pause(50);
    answer = await ask();
  }
  return answer;
}

/** What a call rejected with, which has to be a ConnectionError. */
export async function failureOf(call: Promise<unknown>, what: string): Promise<ConnectionError> {
  try {
    await call;
  } catch (thrown) {
    must(thrown instanceof ConnectionError, `${what} rejects with a ConnectionError, not ${String(thrown)}`);
    return thrown;
  }
  throw new Error(`react-stripe-connection: contract broken: ${what} rejects`);
}

export async function mustFailWith(codes: ConnectionErrorCode[], call: Promise<unknown>, what: string): Promise<void> {
  const { code } = await failureOf(call, what);
  must(codes.includes(code), `${what} rejects with ${codes.join(" or ")}, not ${code}`);
}

/** Connects, and waits until the account was read for the first time. */
export async function connectedAccount({ adapter }: AdapterHarness): Promise<{
  connection: Connection;
  account: ConnectedAccount;
}> {
  await adapter.connect({});
  const connection = await eventually(
    () => adapter.getConnection(),
    ({ account, can }) => account !== null && can.update === true,
    "a new account can be set up",
  );
  const { account } = connection;
  must(account !== null, "a connection that can be set up has an account");
  return { connection, account };
}
