import type { AccountRecord, Item } from "../account/accountRecord.js";
import { personPrefix } from "../account/onboardingKeys.js";
import type { Rendered } from "../account/renderRequirements.js";
import { isAboutPerson, requirementKeyV2 } from "./requirementKey.js";

type Deadline = "past_due" | "currently_due";

const deadlineOf = (item: Item): Deadline => (item.state === "past_due" ? "past_due" : "currently_due");

/** `requirements` or `future_requirements` of a v2 account. */
export function renderRequirementsV2(account: AccountRecord, when: "now" | "later"): Rendered {
  const items = account.items
    .filter((item) => (item.state === "future") === (when === "later"))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const asked = items.filter((item) => item.state !== "pending");
  const status = asked.some((item) => item.state === "past_due") ? "past_due" : "currently_due";
  const mostUrgent = asked.filter((item) => deadlineOf(item) === status);
  const [soonest] = mostUrgent.flatMap(({ deadline }) => deadline ?? []).sort((a, b) => a - b);
  const time = soonest === undefined ? {} : { time: timeV2(soonest) };
  return {
    alternatives: [],
    entries: items.map((item) => entry(account, item)),
    ...(when === "later" && soonest !== undefined ? { minimum_transition_date: timeV2(soonest) } : {}),
    summary: asked.length === 0 ? {} : { minimum_deadline: { status, ...time } },
  };
}

function entry(account: AccountRecord, item: Item): Rendered {
  const status = deadlineOf(item);
  return {
    awaiting_action_from: item.state === "pending" ? "stripe" : "user",
    description: requirementKeyV2(item.key),
    errors: item.error ? [{ code: item.error.code, description: item.error.reason }] : [],
    impact: {
      restricts_capabilities: restricted(account, item).map(([configuration, capability]) => ({
        capability,
        configuration,
        deadline: { status },
      })),
    },
    minimum_deadline: { status },
    ...reference(account, item),
    requested_reasons: [{ code: account.detailsSubmitted ? "routine_verification" : "routine_onboarding" }],
  };
}

function reference(account: AccountRecord, { key }: Item): Rendered {
  if (key.startsWith("interv_")) return { reference: { type: "inquiry", inquiry: key.split(".")[0] } };
  // Stripe has a person of its own only where somebody is named.
  const [person] = account.persons;
  if (!isAboutPerson(key) || !person) return {};
  const named = account.persons.find(({ id }) => key.startsWith(`${id}.`)) ?? (isOf(account, key) ? person : null);
  return named ? { reference: { type: "person", resource: named.id } } : {};
}

const isOf = (account: AccountRecord, key: string): boolean => key.startsWith(`${personPrefix(account)}.`);

/** What an unmet requirement keeps off, or will. */
function restricted(account: AccountRecord, { blocks }: Item): (readonly [string, string])[] {
  const configurations = account.v2?.configurations ?? [];
  const all = [
    ["merchant", "card_payments"],
    ["merchant", "stripe_balance.payouts"],
    ["recipient", "stripe_balance.payouts"],
    ["recipient", "stripe_balance.stripe_transfers"],
  ] as const;
  return all
    .filter(([configuration]) => configurations.includes(configuration))
    .filter(([, capability]) => {
      if (blocks === "payments") return capability === "card_payments";
      return blocks === "payouts" ? capability === "stripe_balance.payouts" : true;
    });
}

/** Seconds as v2 writes a time. */
export const timeV2 = (seconds: number): string => new Date(seconds * 1000).toISOString();
