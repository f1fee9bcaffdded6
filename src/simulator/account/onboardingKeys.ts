import { type AccountRecord, businessType } from "./accountRecord.js";

/** What Stripe asks of everybody, before it knows the kind of business. */
const ALWAYS = [
  "business_profile.mcc",
  "business_profile.url",
  "business_type",
  "external_account",
  "settings.payments.statement_descriptor",
  "tos_acceptance.date",
  "tos_acceptance.ip",
];

const NAME_AND_BIRTH = ["dob.day", "dob.month", "dob.year", "email", "first_name", "last_name"];

/** Asked in addition once the business type is known. */
function personKeys(country: string): string[] {
  const address = ["address.city", "address.line1", "address.postal_code"];
  return country === "US" ? [...address, "address.state", "phone", "ssn_last_4"] : [...address, "phone"];
}

function companyKeys(country: string): string[] {
  const keys = ["address.city", "address.line1", "address.postal_code", "name", "phone", "tax_id"];
  return country === "US" ? [...keys, "address.state"] : keys;
}

const under = (prefix: string, keys: string[]) => keys.map((key) => `${prefix}.${key}`);

/** Every key that must be given before the details count as submitted, as this account names them now. */
export function onboardingKeys(account: AccountRecord): string[] {
  const type = businessType(account);
  const { country } = account;
  if (type === null) return [...ALWAYS, ...under("representative", NAME_AND_BIRTH)].sort();
  if (type === "individual") {
    const extra = country === "US" ? [] : ["verification.document"];
    return [...ALWAYS, ...under("individual", [...NAME_AND_BIRTH, ...personKeys(country), ...extra])].sort();
  }
  const who = account.persons.find((person) => person.role === "representative")?.id ?? "representative";
  const person = [...NAME_AND_BIRTH, ...personKeys(country), "relationship.title"];
  return [...ALWAYS, ...under("company", companyKeys(country)), ...under(who, person)].sort();
}

/** Keys whose value Stripe checks against something, and which are `pending` meanwhile. */
export function isVerified(key: string): boolean {
  return /(^|\.)(tax_id|id_number|ssn_last_4|document|additional_document)$|^interv_/.test(key);
}

/** The prefix under which the account's first person is asked about. */
export function personPrefix(account: AccountRecord): string {
  if (businessType(account) === "individual") return "individual";
  return account.persons.find((person) => person.role === "representative")?.id ?? "representative";
}
