import type { AccountRecord } from "./accountRecord.js";
import type { Accounts } from "./accounts.js";
import { seconds, type TimeKeeper } from "../clock.js";
import { faultOf, fieldFor } from "./fields.js";
import { askForDetails, give, submit } from "./lifecycle.js";
import { personPrefix } from "./onboardingKeys.js";

/** Answers by requirement key. A bank account is `routing/account`. */
type Answers = Record<string, string>;

/** What Stripe does not take, and why. */
export interface AnswerFault {
  /** Stripe's requirement key. */
  key: string;
  /** Stripe's code of what is wrong. */
  code: string;
  /** In English, for the field. */
  message: string;
}

/** What the account holder does in Stripe's form. */
export interface AccountHolder {
  /** Takes what is right and asked for; returns what is wrong with the rest. */
  answer(id: string, answers: Answers): AnswerFault[];
  /** Ends the form: accepts the terms and hands everything to Stripe. Returns the keys still missing. */
  submit(id: string): string[];
}

export function createAccountHolder(about: {
  accounts: Accounts;
  time: TimeKeeper;
  random: (length: number) => string;
}): AccountHolder {
  const { accounts, time, random } = about;

  function take(account: AccountRecord, answers: Answers): AnswerFault[] {
    const faults: AnswerFault[] = [];
    for (const [key, value] of Object.entries(answers)) {
      const item = account.items.find((other) => other.key === key);
      // Before submission the reader may go back and correct what is given already.
      const correction = !account.detailsSubmitted && account.values[key] !== undefined;
      if ((!item && !correction) || item?.state === "pending") {
        faults.push({ key, code: "invalid_value_other", message: `${fieldFor(key).label} is not asked for` });
        continue;
      }
      const fault = faultOf(key, value);
      if (fault) faults.push({ key, ...fault });
      else if (key === "external_account") {
        addBankAccount(account, value);
        give(account, key, "provided");
      } else give(account, key, value);
    }
    nameRepresentative(account);
    askForDetails(account);
    return faults;
  }

  function addBankAccount(account: AccountRecord, value: string): void {
    const [routingNumber = "", accountNumber = ""] = value.split("/");
    account.bankAccount = {
      id: `ba_1${random(23)}`,
      country: account.country,
      currency: account.currency,
      routingNumber,
      last4: accountNumber.slice(-4),
      status: "new",
    };
  }

  /** Once somebody is named, Stripe has a person, and asks about `person_…` instead of `representative`. */
  function nameRepresentative(account: AccountRecord): void {
    const from = personPrefix(account) === "individual" ? "individual" : "representative";
    const named = account.values[`${from}.first_name`] ?? account.values["representative.first_name"];
    if (account.persons.length === 0 && named !== undefined && account.values["business_type"] !== undefined) {
      const role = "representative" as const;
      account.persons = [{ id: `person_1${random(23)}`, created: seconds(time.now()), role }];
    }
    const to = personPrefix(account);
    for (const [key, value] of Object.entries(account.values)) {
      if (to === "representative" || !key.startsWith("representative.")) continue;
      account.values[`${to}${key.slice("representative".length)}`] = value;
      delete account.values[key];
    }
  }

  return {
    answer: (id, answers) => accounts.change(id, (account) => take(account, answers)),
    submit: (id) => accounts.change(id, (account) => submit(account, seconds(time.now()))),
  };
}
