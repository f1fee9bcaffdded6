import type { AccountRecord } from "../account/accountRecord.js";
import { renderAccount } from "../account/renderAccount.js";
import { renderBankAccount, renderCapability, renderPerson } from "../account/renderParts.js";
import type { Rendered } from "../account/renderRequirements.js";

/** What happened to an account, before it is put in an envelope. */
export interface Happening {
  type: string;
  object: Rendered;
  previous?: Rendered;
}

/** Everything of an account that Stripe tells of when it changes. */
export interface AccountPicture {
  account: Rendered;
  capabilities: Rendered[];
  persons: Rendered[];
  bankAccount: Rendered | null;
}

export function picture(account: AccountRecord): AccountPicture {
  return {
    account: renderAccount(account),
    capabilities: Object.keys(account.capabilities).map((name) => renderCapability(account, name)),
    persons: account.persons.map((person) => renderPerson(account, person)),
    bankAccount: account.bankAccount ? renderBankAccount(account, account.bankAccount) : null,
  };
}

/** The events that lead from one picture to the other. */
export function happenings(before: AccountPicture, after: AccountPicture): Happening[] {
  const found: Happening[] = [];
  const updated = (type: string, was: Rendered | undefined, is: Rendered) => {
    const previous = was === undefined ? {} : previousAttributes(was, is);
    if (Object.keys(previous).length > 0) found.push({ type, object: is, previous });
  };
  const byId = (list: Rendered[], item: Rendered) => list.find((other) => other["id"] === item["id"]);

  if (after.bankAccount) {
    if (before.bankAccount?.["id"] !== after.bankAccount["id"]) {
      found.push({ type: "account.external_account.created", object: after.bankAccount });
    } else updated("account.external_account.updated", before.bankAccount ?? undefined, after.bankAccount);
  }
  for (const person of after.persons) {
    const was = byId(before.persons, person);
    if (was) updated("person.updated", was, person);
    else found.push({ type: "person.created", object: person });
  }
  for (const capability of after.capabilities) {
    const was = byId(before.capabilities, capability);
    // Stripe tells of a capability when it turns on or off, not with each answered question.
    if (was && was["status"] !== capability["status"]) updated("capability.updated", was, capability);
  }
  updated("account.updated", before.account, after.account);
  return found;
}

/** The old values of what changed: objects by their changed parts, arrays whole. */
function previousAttributes(was: Rendered, is: Rendered): Rendered {
  const previous: Rendered = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const old = was[name];
    const now = is[name];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    previous[name] = isObject(old) && isObject(now) ? previousAttributes(old, now) : (old ?? null);
  }
  return previous;
}

const isObject = (value: unknown): value is Rendered =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Stripe's event envelope around what happened. */
export function envelope(
  happening: Happening,
  about: {
    id: string;
    account: string;
    created: number;
    livemode: boolean;
    apiVersion: string;
    request: { id: string | null; idempotencyKey: string | null };
  },
): Rendered {
  return {
    id: about.id,
    object: "event",
    account: about.account,
    api_version: about.apiVersion,
    created: about.created,
    data: {
      object: happening.object,
      ...(happening.previous ? { previous_attributes: happening.previous } : {}),
    },
    livemode: about.livemode,
    pending_webhooks: 1,
    request: { id: about.request.id, idempotency_key: about.request.idempotencyKey },
    type: happening.type,
  };
}
