import { type AccountRecord, businessType } from "./accountRecord.js";
import { fieldFor } from "./fields.js";
import { isVerifying } from "./standing.js";
import { type Step, stepsFor } from "./steps.js";

/** What the host asked to collect. @see https://docs.stripe.com/connect/supported-embedded-components/account-onboarding */
export interface CollectionOptions {
  fields?: "currently_due" | "eventually_due";
  futureRequirements?: "omit" | "include";
  requirements?: { only: string[] } | { exclude: string[] };
}

/** What connect.js draws. */
export interface ComponentView {
  /** Still to give, page by page. */
  steps: Step[];
  /** Errors of what was given before, by key. */
  errors: Record<string, string>;
  /** What was given, with numbers masked. */
  sections: { name: string; title: string; lines: { label: string; value: string }[] }[];
  detailsSubmitted: boolean;
  /** Required and not among the steps, because the host asked for a part only. */
  otherDue: number;
  verifying: boolean;
  actionRequired: number;
  total: number;
}

export function componentView(account: AccountRecord, options: CollectionOptions): ComponentView {
  const asked = account.items.filter((item) => item.state === "due" || item.state === "past_due");
  const future = account.items.filter((item) => item.state === "future");
  const offered = options.futureRequirements === "include" ? [...asked, ...future] : asked;
  const wanted = offered.filter((item) => isWanted(item.key, options.requirements));
  const steps = stepsFor(wanted.map((item) => item.key));
  return {
    steps,
    errors: Object.fromEntries(wanted.flatMap((item) => (item.error ? [[item.key, item.error.reason]] : []))),
    sections: sections(account),
    detailsSubmitted: account.detailsSubmitted,
    otherDue: asked.filter((item) => !wanted.includes(item) && !item.key.startsWith("tos_acceptance.")).length,
    verifying: isVerifying(account),
    actionRequired: asked.length,
    total: asked.length + future.length,
  };
}

function isWanted(key: string, requirements: CollectionOptions["requirements"]): boolean {
  const within = (list: string[]) => list.some((name) => key === name || key.startsWith(`${name}.`));
  if (!requirements) return true;
  return "only" in requirements ? within(requirements.only) : !within(requirements.exclude);
}

const PARTS: [name: string, title: string, keys: RegExp][] = [
  ["business_info", "Business details", /^(business_profile|company|settings)\./],
  ["personal_info", "Personal details", /^(representative|individual|person_[^.]+)\./],
];

function sections(account: AccountRecord): ComponentView["sections"] {
  const parts = PARTS.map(([name, title, keys]) => ({
    name,
    title,
    lines: Object.keys(account.values)
      .filter((key) => keys.test(key))
      .map((key) => ({ label: fieldFor(key).label, value: shown(key, account.values[key] ?? "") })),
  }));
  const type = fieldFor("business_type").options?.find(({ value }) => value === businessType(account))?.label;
  if (type) parts[0]?.lines.unshift({ label: "Type of business", value: type });
  const bank = account.bankAccount;
  const lines = bank
    ? [{ label: "Stripe Test Bank", value: `•••• ${bank.last4} (${bank.currency.toUpperCase()})` }]
    : [];
  return [...parts, { name: "external_accounts", title: "Bank account for payouts", lines }];
}

/** Nobody needs to read a number or a document again. */
function shown(key: string, value: string): string {
  if (/(tax_id|id_number|ssn_last_4|document)$/.test(key)) return "Provided";
  return fieldFor(key).options?.find((option) => option.value === value)?.label ?? value;
}
