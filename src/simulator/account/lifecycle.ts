import type { AccountRecord, Blocks, Item } from "./accountRecord.js";
import { isVerified, onboardingKeys } from "./onboardingKeys.js";
import { type Outcome, outcomeOf } from "./testValues.js";

/** How an account moves, as pure changes of its record. Who moves it, and when, is decided elsewhere. */

/** Seconds until something that Stripe asks for anew is past due. */
export const GRACE_SECONDS = 14 * 86_400;

export function newItem(key: string, change: Partial<Omit<Item, "key">> = {}): Item {
  return { key, state: "past_due", deadline: null, blocks: "everything", error: null, ...change };
}

/** Puts an item in the place of one with the same key. */
export function putItem(account: AccountRecord, item: Item): void {
  account.items = [...account.items.filter((other) => other.key !== item.key), item];
}

/** Before submission the list follows from what was given: naming the business type brings more questions. */
export function askForDetails(account: AccountRecord): void {
  if (account.detailsSubmitted) return;
  const wanted = onboardingKeys(account).filter((key) => account.values[key] === undefined);
  account.items = wanted.map(
    (key) => account.items.find((item) => item.key === key && item.state !== "pending") ?? newItem(key),
  );
}

/** Takes one answer. What must be verified is `pending` from now on, once the account as a whole was submitted. */
export function give(account: AccountRecord, key: string, value: string): void {
  account.values[key] = value;
  if (!account.detailsSubmitted) return;
  const item = account.items.find((other) => other.key === key);
  if (item) account.items = account.items.filter((other) => other !== item);
  if (item && item.blocks !== "nothing") lookAt(account, item);
  else if (item && isVerified(key)) putItem(account, { ...item, state: "pending", error: null });
}

/** Sends a given key into verification, or decides it where that needs no time. */
function lookAt(account: AccountRecord, item: Item): void {
  const outcome = outcomeOf(item.key, account.values);
  if (outcome.kind === "match_at_once" || (outcome.kind === "match" && !isVerified(item.key))) return;
  if (outcome.kind === "sanctions") account.hold = "listed";
  else putItem(account, { ...item, state: "pending", deadline: null, error: null });
}

/** The account holder finishes the form. Returns the keys that are still missing, and then changes nothing. */
export function submit(account: AccountRecord, time: number): string[] {
  if (account.detailsSubmitted) return [];
  askForDetails(account);
  const missing = account.items.map((item) => item.key).filter((key) => !key.startsWith("tos_acceptance."));
  if (missing.length > 0) return missing;
  account.values["tos_acceptance.date"] = String(time);
  account.values["tos_acceptance.ip"] = "203.0.113.7";
  account.detailsSubmitted = true;
  account.items = [];
  for (const key of onboardingKeys(account)) lookAt(account, newItem(key));
  return [];
}

/** Stripe has finished checking: matches vanish, the others come back with an error. */
export function verify(account: AccountRecord, time: number): void {
  for (const item of account.items.filter((other) => other.state === "pending")) {
    settle(account, item, outcomeOf(item.key, account.values), time);
  }
}

function settle(account: AccountRecord, item: Item, outcome: Outcome, time: number): void {
  switch (outcome.kind) {
    case "pending":
      return;
    case "sanctions":
      account.hold = "listed";
      return;
    case "match":
    case "match_at_once":
      account.items = account.items.filter((other) => other !== item);
      return;
    case "error":
      if (outcome.instead !== undefined) account.items = account.items.filter((other) => other !== item);
      refuse(account, outcome.instead ?? item.key, item.blocks, outcome, time);
      return;
    default:
      outcome satisfies never;
  }
}

/** What was given is not good enough: due again, with the reason. */
export function refuse(
  account: AccountRecord,
  key: string,
  blocks: Blocks,
  error: { code: string; reason: string },
  time: number,
): void {
  delete account.values[key];
  const pastDue = blocks !== "nothing";
  putItem(
    account,
    newItem(key, {
      state: pastDue ? "past_due" : "due",
      deadline: pastDue ? null : time + GRACE_SECONDS,
      blocks,
      error: { code: error.code, reason: error.reason },
    }),
  );
}

/** Deadlines that have passed: what was due is past due and stops the account, what was announced is due. */
export function passDeadlines(account: AccountRecord, time: number): void {
  account.items = account.items.map((item) => {
    if (item.deadline === null || item.deadline > time) return item;
    if (item.state === "due") return { ...item, state: "past_due", blocks: "everything" };
    if (item.state === "future") return { ...item, state: "due", deadline: item.deadline + GRACE_SECONDS };
    return item;
  });
}

/** When the next deadline falls, or null. */
export function nextDeadline(account: AccountRecord): number | null {
  const deadlines = account.items.flatMap((item) =>
    item.deadline !== null && (item.state === "due" || item.state === "future") ? [item.deadline] : [],
  );
  return deadlines.length > 0 ? Math.min(...deadlines) : null;
}
