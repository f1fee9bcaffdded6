import type { PersonRole, RequirementPerson } from "../core/connection.js";
import { record, text } from "./untyped.js";

/** How a key begins that is about a person Stripe has no object for yet. */
const ROLE_OF_PREFIX: Readonly<Record<string, PersonRole>> = {
  individual: "representative",
  representative: "representative",
  owners: "owner",
  directors: "director",
  executives: "executive",
  authorizer: "authorizer",
  legal_guardian: "legal_guardian",
};

/** In this order: a representative who is an owner too is the representative. */
const ROLES: readonly PersonRole[] = [
  "representative",
  "authorizer",
  "owner",
  "director",
  "executive",
  "legal_guardian",
];

/** Persons of the account by their id: raw Person objects of either API. */
export function personsById(persons: readonly unknown[], individual: unknown): ReadonlyMap<string, unknown> {
  const byId = new Map<string, unknown>();
  for (const person of [individual, ...persons]) {
    const id = text(record(person)["id"]);
    if (id) byId.set(id, person);
  }
  return byId;
}

/** Whom a requirement is about, or null where it is about the business. */
export function requirementPerson(
  key: string,
  personId: string | null,
  persons: ReadonlyMap<string, unknown>,
  individual: unknown,
): RequirementPerson | null {
  const prefix = /^[^.]+/.exec(key)?.[0] ?? "";
  const id = personId ?? (/^person_./.test(prefix) ? prefix : null);
  if (id) {
    const person = persons.get(id);
    return { id, role: roleOf(person) ?? "person", name: nameOf(person) };
  }
  if (prefix === "individual" || key.startsWith("identity.individual.")) {
    return {
      id: text(record(individual)["id"]),
      role: roleOf(individual) ?? "representative",
      name: nameOf(individual),
    };
  }
  const role = Object.hasOwn(ROLE_OF_PREFIX, prefix) ? ROLE_OF_PREFIX[prefix] : undefined;
  return role && key !== prefix ? { id: null, role, name: null } : null;
}

/** "Jenny Rosen", as Stripe has it, or null. v1 says first and last, v2 given name and surname. */
export function nameOf(person: unknown): string | null {
  const raw = record(person);
  const first = text(raw["first_name"]) ?? text(raw["given_name"]);
  const last = text(raw["last_name"]) ?? text(raw["surname"]);
  return text(
    [first, last]
      .filter((part) => part !== null)
      .join(" ")
      .trim(),
  );
}

function roleOf(person: unknown): PersonRole | null {
  const relationship = record(record(person)["relationship"]);
  return ROLES.find((role) => relationship[role] === true) ?? null;
}
