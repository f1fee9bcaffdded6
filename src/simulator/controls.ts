import type { AccountRecord, Blocks } from "./account/accountRecord.js";
import type { Accounts } from "./account/accounts.js";
import type { AccountHolder } from "./account/answers.js";
import { type Duration, milliseconds, seconds, type TimeKeeper } from "./clock.js";
import { fieldFor } from "./account/fields.js";
import { createHolds } from "./account/holds.js";
import { askForDetails, GRACE_SECONDS, newItem, passDeadlines, putItem, refuse } from "./account/lifecycle.js";
import { personPrefix } from "./account/onboardingKeys.js";
import { APPLICATION } from "./account/platformAccount.js";

/** A balance, in the smallest unit of `currency`; negative: the account owes. */
export interface BalanceChange {
  /** What can be paid out. Like the two below in the currency's smallest unit; left out: as it was. */
  available?: number;
  /** What is not available yet. */
  pending?: number;
  /** What Stripe holds back. */
  reserved?: number;
  /** Default: the account's own currency. */
  currency?: string;
}

/** What a person at Stripe, the platform or the account holder does. Pure of HTTP; journaled by the caller. */
export function createControls(about: {
  accounts: Accounts;
  holder: AccountHolder;
  time: TimeKeeper;
  random: (length: number) => string;
}) {
  const { accounts, holder, time, random } = about;
  const now = () => seconds(time.now());
  const within = (duration: Duration) => now() + Math.floor(milliseconds(duration) / 1000);
  const idDocument = (account: AccountRecord) => `${personPrefix(account)}.verification.document`;

  const ask = (id: string, keys: string[], how: { deadline: number | null; pastDue: boolean; blocks: Blocks }) =>
    accounts.change(id, (account) => {
      for (const key of keys) {
        delete account.values[key];
        const state = how.pastDue ? "past_due" : "due";
        putItem(account, newItem(key, { state, deadline: how.deadline, blocks: how.blocks }));
      }
    });

  return {
    ...createHolds(accounts, random),
    /** The account holder fills in the whole form with test data, or with `values` where they name a key, and submits it. */
    completeOnboarding(id: string, values: Record<string, string> = {}): void {
      // Each answer may bring new questions; the business type does.
      for (let round = 0; round < 4; round += 1) {
        const asked = accounts.find(id).items.filter((item) => item.state !== "pending" && item.state !== "future");
        const answers = asked
          .filter(({ key }) => !key.startsWith("tos_acceptance."))
          .map(({ key }) => [key, valueFor(key, values)] as const);
        if (answers.length > 0) holder.answer(id, Object.fromEntries(answers));
      }
      holder.submit(id);
    },
    /** All that was given is forgotten and nothing is held against the account, as if it were new: for the next scenario. */
    startAgain(id: string): void {
      accounts.change(id, (account) => {
        Object.assign(account, { values: {}, items: [], persons: [], bankAccount: null, detailsSubmitted: false });
        Object.assign(account, { hold: null, switchedOff: {} });
        for (const name of ["card_payments", "transfers"]) account.capabilities[name] ??= now();
        askForDetails(account);
      });
    },
    /** The account holder answers these keys, and no others. */
    answer: (id: string, values: Record<string, string>) => holder.answer(id, values),
    /** Stripe wants to know something by a deadline. Default 14 days. */
    requireInformation(id: string, keys: string[], deadline: Duration = GRACE_SECONDS * 1000): void {
      ask(id, keys, { deadline: within(deadline), pastDue: false, blocks: "nothing" });
    },
    /** Stripe wants to see an ID, by a deadline. Default 14 days. */
    requestIdentityDocument(id: string, deadline: Duration = GRACE_SECONDS * 1000): void {
      ask(id, [idDocument(accounts.find(id))], { deadline: within(deadline), pastDue: false, blocks: "nothing" });
    },
    /** Somebody at Stripe could not read the ID: payments and payouts stop until there is another. */
    refuseIdentityDocument(id: string): void {
      const error = {
        code: "verification_document_not_readable",
        reason: "The document could not be read. Please upload a clear color image of the whole document.",
      };
      accounts.change(id, (account) => refuse(account, idDocument(account), "everything", error, now()));
    },
    /** Somebody at Stripe looked at the website and misses something: it has to be mended by a deadline. */
    refuseWebsite(id: string): void {
      const error = {
        code: "invalid_url_website_incomplete_refund_policy",
        reason: "The website does not say how refunds work. Please add a refund policy.",
      };
      accounts.change(id, (account) => refuse(account, "business_profile.url", "nothing", error, now()));
    },
    /** Everything is in order: nothing due, nothing pending, no hold. Details that were never given stay asked for. */
    approve(id: string): void {
      accounts.change(id, (account) => {
        Object.assign(account, { hold: null, switchedOff: {} });
        if (account.bankAccount) account.bankAccount = { ...account.bankAccount, status: "new" };
        if (!account.detailsSubmitted) return;
        account.items = account.items.filter((item) => item.state === "future");
      });
    },
    /** Stripe stops payouts until the bank account is proven. */
    pausePayouts(id: string): void {
      const key = `interv_1${random(14)}.bank_account_verification.form`;
      ask(id, [key], { deadline: null, pastDue: true, blocks: "payouts" });
    },
    /** Stripe stops payments until it knows more about the business. */
    pausePayments(id: string): void {
      const key = `interv_1${random(14)}.business_model_verification.form`;
      ask(id, [key], { deadline: null, pastDue: true, blocks: "payments" });
    },
    /** New rules apply from a day on. Default 60 days. */
    addFutureRequirement(id: string, deadline: Duration = "60d"): void {
      accounts.change(id, (account) => {
        for (const key of ["company.ownership_declaration.date", "company.ownership_declaration.ip"]) {
          putItem(account, newItem(key, { state: "future", deadline: within(deadline), blocks: "nothing" }));
        }
      });
    },
    /** The deadline of what is due passes now; with nothing due, Stripe asks what the business sells, too late already. */
    makePastDue(id: string): void {
      accounts.change(id, (account) => {
        if (!account.items.some((item) => item.state === "due")) {
          putItem(account, newItem("business_profile.product_description", { state: "due" }));
        }
        account.items = account.items.map((item) => (item.state === "due" ? { ...item, deadline: now() - 1 } : item));
        passDeadlines(account, now());
      });
    },
    /** A payout came back: the bank account is of no use. */
    failBankAccount(id: string): void {
      accounts.change(id, (account) => {
        if (account.bankAccount) account.bankAccount = { ...account.bankAccount, status: "errored" };
        delete account.values["external_account"];
        putItem(account, newItem("external_account", { blocks: "payouts" }));
      });
    },
    setBalance(id: string, change: BalanceChange): void {
      accounts.change(id, (account) => {
        const currency = change.currency ?? account.currency;
        for (const name of ["available", "pending", "reserved"] as const) {
          const amount = change[name];
          if (amount === undefined) continue;
          if (amount === 0) delete account.balances[name][currency];
          else account.balances[name][currency] = amount;
        }
      });
    },
    /** The account leaves the platform, at Stripe: from now on it can't be read any more. */
    removeAccount(id: string): void {
      const account = accounts.find(id);
      accounts.change(id, (draft) => void (draft.gone = "deauthorized"));
      accounts.tell(account, { type: "account.application.deauthorized", object: APPLICATION });
    },
  };
}

/** `values` may name a key by its end (`tax_id`, `dob.year`), whoever it is about. */
function valueFor(key: string, values: Record<string, string>): string {
  const named = Object.entries(values).find(([name]) => key === name || key.endsWith(`.${name}`));
  return named?.[1] ?? fieldFor(key).sample;
}

export type Controls = ReturnType<typeof createControls>;
