import { type AccountRecord, type BankAccountRecord, businessType, type PersonRecord } from "./accountRecord.js";
import { futureRequirements, type Rendered, requirements } from "./renderRequirements.js";
import { capabilityStatus } from "./standing.js";

const NONE = { currently_due: [], errors: [], past_due: [], pending_verification: [] };
const NO_DOCUMENT = { back: null, details: null, details_code: null, front: null };

export function renderBankAccount(account: AccountRecord, bank: BankAccountRecord): Rendered {
  return {
    id: bank.id,
    object: "bank_account",
    account: account.id,
    account_holder_name: account.values["company.name"] ?? null,
    account_holder_type: businessType(account) === "individual" ? "individual" : "company",
    account_type: "checking",
    available_payout_methods: ["standard"],
    bank_name: "STRIPE TEST BANK",
    country: bank.country,
    currency: bank.currency,
    default_for_currency: true,
    fingerprint: `fp${bank.id.slice(3)}`,
    future_requirements: NONE,
    last4: bank.last4,
    metadata: {},
    requirements: NONE,
    routing_number: bank.routingNumber,
    status: bank.status,
  };
}

/** Under which keys this person's answers are kept. */
function personKey(account: AccountRecord, person: PersonRecord): string {
  return businessType(account) === "individual" ? "individual" : person.id;
}

/** A person as the platform may see one where Stripe collects the requirements: a subset, no numbers. */
export function renderPerson(account: AccountRecord, person: PersonRecord): Rendered {
  const prefix = personKey(account, person);
  const value = (name: string) => account.values[`${prefix}.${name}`] ?? null;
  const number = (name: string) => (value(name) === null ? null : Number(value(name)));
  const items = account.items
    .filter((item) => item.key.startsWith(`${prefix}.`))
    .map((item) => ({ ...item, key: item.key.slice(prefix.length + 1) }));
  const { alternatives, currently_due, errors, eventually_due, past_due, pending_verification } = requirements(items);
  const verification =
    pending_verification.length > 0
      ? "pending"
      : account.detailsSubmitted && currently_due.length === 0
        ? "verified"
        : "unverified";
  return {
    id: person.id,
    object: "person",
    account: account.id,
    created: person.created,
    dob: { day: number("dob.day"), month: number("dob.month"), year: number("dob.year") },
    email: value("email"),
    first_name: value("first_name"),
    future_requirements: { alternatives: [], eventually_due: [], ...NONE },
    id_number_provided: value("id_number") !== null,
    last_name: value("last_name"),
    metadata: {},
    relationship: {
      authorizer: false,
      director: false,
      executive: false,
      legal_guardian: false,
      owner: person.role === "owner",
      percent_ownership: null,
      representative: person.role === "representative",
      title: value("relationship.title"),
    },
    requirements: { alternatives, currently_due, errors, eventually_due, past_due, pending_verification },
    ssn_last_4_provided: value("ssn_last_4") !== null,
    verification: {
      additional_document: NO_DOCUMENT,
      details: null,
      details_code: null,
      document: NO_DOCUMENT,
      status: verification,
    },
  };
}

export function renderCapability(account: AccountRecord, name: string): Rendered {
  const status = capabilityStatus(account, name);
  const relevant = account.items.filter((item) => name !== "transfers" || item.blocks === "everything");
  const own = requirements(relevant);
  const reason = status === "active" ? null : capabilityReason(account, name, own.past_due.length > 0, status);
  return {
    id: name,
    object: "capability",
    account: account.id,
    future_requirements: futureRequirements(account.items),
    requested: true,
    requested_at: account.capabilities[name] ?? null,
    requirements: { ...own, disabled_reason: reason },
    status,
  };
}

function capabilityReason(
  { hold, switchedOff }: AccountRecord,
  name: string,
  isPastDue: boolean,
  status: string,
): string {
  const own = switchedOff?.[name];
  if (own !== undefined) return own;
  if (hold?.startsWith("rejected.")) return "rejected.other";
  if (hold === "platform_paused") return hold;
  if (isPastDue) return "requirements.fields_needed";
  return status === "pending" || hold === "under_review" ? "pending.review" : "other";
}
