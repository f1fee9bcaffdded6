import { type AccountRecord, businessType, type PersonRecord } from "../account/accountRecord.js";
import type { Rendered } from "../account/renderRequirements.js";
import { timeV2 } from "./renderRequirementsV2.js";

/** A person as v2 shows one where Stripe collects the requirements: no numbers. In a list each also has its `livemode`. */
export function renderPersonV2(account: AccountRecord, person: PersonRecord): Rendered {
  const prefix = businessType(account) === "individual" ? "individual" : person.id;
  const value = (name: string) => account.values[`${prefix}.${name}`];
  const named = (name: string, key: string) => {
    const text = value(key);
    return text === undefined ? {} : { [name]: text };
  };
  const [day, month, year] = ["dob.day", "dob.month", "dob.year"].map(value);
  return {
    id: person.id,
    object: "v2.core.account_person",
    account: account.id,
    additional_addresses: [],
    additional_names: [],
    created: timeV2(person.created),
    ...(day && month && year ? { date_of_birth: { day: Number(day), month: Number(month), year: Number(year) } } : {}),
    ...named("email", "email"),
    ...named("given_name", "first_name"),
    id_numbers: [],
    metadata: {},
    nationalities: [],
    relationship: {
      owner: person.role === "owner",
      representative: person.role === "representative",
      ...named("title", "relationship.title"),
    },
    ...named("surname", "last_name"),
    updated: timeV2(person.created),
  };
}
