import type { AccountRecord } from "./accountRecord.js";
import { type Duration, milliseconds, seconds, type TimeKeeper } from "../clock.js";
import { envelope, type Happening, happenings, picture } from "../events/events.js";
import { nextDeadline, passDeadlines, verify } from "./lifecycle.js";
import type { Records } from "../records.js";
import type { Scheduler } from "../scheduler.js";
import { flows, isVerifying } from "./standing.js";
import { accountInvalid } from "../api/stripeFailure.js";
import { thinEvent, type ThinHappening, thinHappenings } from "../v2/thinEvents.js";
import type { Webhooks } from "../events/webhooks.js";

/** The API request that caused a change, for the event's envelope. */
export interface Cause {
  id: string | null;
  idempotencyKey: string | null;
}

const NO_REQUEST: Cause = { id: null, idempotencyKey: null };

/** All accounts of the platform, and the one way to change one: with its events and its follow-up jobs. */
export interface Accounts {
  /** Throws Stripe's refusal where the account never was or has left the platform. */
  find(id: string): AccountRecord;
  /** Also one that is gone. */
  lookUp(id: string): AccountRecord | undefined;
  /** Newest first; those that are gone left out. */
  list(): AccountRecord[];
  add(account: AccountRecord): void;
  change<T>(id: string, mutate: (account: AccountRecord) => T, cause?: Cause): T;
  /** Sends an event that is not a change of the account itself. */
  tell(account: AccountRecord, happening: Happening, cause?: Cause): void;
  /** Sends a thin event of v2. */
  tellThin(happening: ThinHappening, cause?: Cause): void;
}

export function createAccounts(about: {
  records: Records;
  scheduler: Scheduler;
  time: TimeKeeper;
  webhooks: Webhooks;
  random: (length: number) => string;
  livemode: boolean;
  apiVersion: string;
  /** The platform's key, as a refusal may show it. */
  maskedKey: string;
  verificationDelay: Duration;
}): Accounts {
  const { records, scheduler, time, webhooks } = about;
  const table = records.table<AccountRecord>("accounts");

  function find(id: string): AccountRecord {
    const account = table.get(id);
    if (!account || account.gone !== null) throw accountInvalid(id, about.maskedKey);
    return account;
  }

  function tell(account: AccountRecord, happening: Happening, cause: Cause = NO_REQUEST): void {
    webhooks.send(
      envelope(happening, {
        id: `evt_1${about.random(23)}`,
        account: account.id,
        created: seconds(time.now()),
        livemode: about.livemode,
        apiVersion: about.apiVersion,
        request: cause,
      }),
    );
  }

  function tellThin(happening: ThinHappening, cause: Cause = NO_REQUEST): void {
    const id = `evt_test_6${about.random(23)}`;
    webhooks.send(thinEvent(happening, { id, at: time.now(), livemode: about.livemode, request: cause }));
  }

  /** What will happen by itself: the end of a verification, the next deadline. */
  function plan(account: AccountRecord, wasVerifying: boolean): void {
    if (isVerifying(account) && !wasVerifying) {
      const at = time.now() + milliseconds(about.verificationDelay);
      scheduler.add({ id: `verify/${account.id}`, at, kind: "verify", subject: account.id });
    }
    const deadline = nextDeadline(account);
    if (deadline !== null) {
      const at = deadline * 1000;
      scheduler.add({ id: `deadline/${account.id}/${deadline}`, at, kind: "deadline", subject: account.id });
    }
  }

  function change<T>(id: string, mutate: (account: AccountRecord) => T, cause: Cause = NO_REQUEST): T {
    const account = find(id);
    const before = picture(account);
    const wasVerifying = isVerifying(account);
    // A refusal half-way leaves the account as it was.
    const draft = structuredClone(account);
    const result = mutate(draft);
    rememberFlows(draft);
    table.put(id, draft);
    for (const happening of happenings(before, picture(draft))) tell(draft, happening, cause);
    if (draft.v2) for (const happening of thinHappenings(account, draft)) tellThin(happening, cause);
    plan(draft, wasVerifying);
    return result;
  }

  const whileThere = (id: string, mutate: (account: AccountRecord) => void) => {
    if (table.get(id)?.gone === null) change(id, mutate);
  };
  scheduler.handle("verify", ({ subject }) => whileThere(subject, (account) => verify(account, seconds(time.now()))));
  scheduler.handle("deadline", ({ subject }) =>
    whileThere(subject, (account) => passDeadlines(account, seconds(time.now()))),
  );

  return {
    find,
    lookUp: (id) => table.get(id),
    list: () =>
      table
        .values()
        .filter((account) => account.gone === null)
        .reverse(),
    add: (account) => table.put(account.id, account),
    change,
    tell,
    tellThin,
  };
}

/** An account that was stopped keeps its past. */
function rememberFlows(account: AccountRecord): void {
  const payments = flows(account, "payments") || account.moved?.payments === true;
  const payouts = flows(account, "payouts") || account.moved?.payouts === true;
  if (payments || payouts) account.moved = { payments, payouts };
}
