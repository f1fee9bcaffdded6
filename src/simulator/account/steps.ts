import { type Field, fieldFor } from "./fields.js";

/** A page of Stripe's onboarding: its name is what `onStepChange` reports. */
export interface Step {
  name: string;
  title: string;
  fields: Field[];
}

const STEPS: [name: string, title: string, keys: RegExp][] = [
  ["business_type", "Type of business", /^business_type$/],
  ["business_details", "Business details", /^(business_profile|company|settings)\.|^interv_(?!.*bank_account)/],
  ["representative_document", "Proof of identity", /\.verification\.(additional_)?document$/],
  [
    "representative_details",
    "Personal details",
    /^(representative|individual|person_[^.]+|owners|directors|executives)\./,
  ],
  ["external_account", "Bank account for payouts", /^external_account$|^interv_/],
  ["additional_information", "Other information", /^(?!tos_acceptance\.)/],
];

/** In which order the pages come; above stands in which order they take their keys. */
const ORDER = ["business_type", "business_details", "representative_details", "representative_document"];
const rank = (step: Step) => (ORDER.includes(step.name) ? ORDER.indexOf(step.name) : ORDER.length);

/** The keys by page, in the order in which Stripe asks. Terms are accepted on the summary, not asked. */
export function stepsFor(keys: string[]): Step[] {
  const rest = new Set(keys);
  const steps: Step[] = [];
  for (const [name, title, pattern] of STEPS) {
    const mine = [...rest].filter((key) => pattern.test(key));
    for (const key of mine) rest.delete(key);
    if (mine.length > 0) steps.push({ name, title, fields: mine.map(fieldFor).sort(inReadingOrder) });
  }
  return steps.sort((a, b) => rank(a) - rank(b));
}

const WITHIN = ["first_name", "last_name", "name", "line1", "city", "state", "postal_code", "day", "month", "year"];
const place = ({ key }: Field) =>
  (WITHIN.indexOf(key.slice(key.lastIndexOf(".") + 1)) + WITHIN.length + 1) % (WITHIN.length + 1);

/** Fields of one fieldset side by side; names first, addresses from the street on, dates from the day on. */
function inReadingOrder(a: Field, b: Field): number {
  return (a.fieldset ?? "").localeCompare(b.fieldset ?? "") || place(a) - place(b) || a.key.localeCompare(b.key);
}
