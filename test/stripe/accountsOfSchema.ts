import fc from "fast-check";
import fields from "./requirement-fields.json" with { type: "json" };
import document from "./stripe-connect-openapi.json" with { type: "json" };

/** Accounts as Stripe's OpenAPI document allows them, and as the next version may send them. */

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
}

const schemas = document.components.schemas as Record<string, Schema>;

const KEYS = [...fields.fields, ...fields.v2Fields].map(({ key }) => key.replaceAll("*", "1a2B"));
const PERSONS = ["person_1", "person_2"];
const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 2, arbitrary: fc.constantFrom("person_1.dob.day", "person_2.verification.document", "external_account") },
  { weight: 1, arbitrary: fc.string() },
);
/** Mostly nothing, a few, or hundreds. */
const keys = fc.oneof(
  { weight: 12, arbitrary: fc.constant([]) },
  { weight: 8, arbitrary: fc.array(key, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(key, { minLength: 200, maxLength: 400 }) },
);
const date = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
const seconds = date.map((time) => Math.floor(time.getTime() / 1000));
const isoDate = date.map((time) => time.toISOString());

/** What a schema can't say: that a string is a requirement key, or an id that is used elsewhere. */
const MEANT: Record<string, fc.Arbitrary<unknown>> = {
  past_due: keys,
  currently_due: keys,
  eventually_due: keys,
  pending_verification: keys,
  original_fields_due: fc.array(key, { maxLength: 2 }),
  alternative_fields_due: fc.array(key, { maxLength: 2 }),
  requirement: key,
  description: key,
  resource: fc.constantFrom(...PERSONS, ""),
  minimum_transition_date: isoDate,
};
/** Not read by the derivation, and large. */
const LEFT_OUT = ["external_accounts", "settings", "metadata", "us_cfpb_data", "groups"];

const ABSENT = Symbol("absent");
const made = new Map<string, fc.Arbitrary<unknown>>();

function ofName(name: string): fc.Arbitrary<unknown> {
  const known = made.get(name);
  if (known) return known;
  const schema = schemas[name];
  if (!schema) throw new Error(`there is no schema "${name}"`);
  // Set before it is complete: a schema may speak of itself.
  made.set(name, fc.constant(null));
  const complete = ofSchema(schema);
  made.set(name, complete);
  return complete;
}

function ofSchema(schema: Schema): fc.Arbitrary<unknown> {
  const usual = usually(schema);
  return schema.nullable ? fc.oneof(usual, fc.constant(null)) : usual;
}

function usually(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return ofName(schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(ofSchema));
  if (schema.enum) {
    const [first] = schema.enum;
    return fc.oneof(
      { weight: 4, arbitrary: fc.constant(first) },
      { weight: 6, arbitrary: fc.constantFrom(...schema.enum) },
      // A value of the next version. Which object it is stays sure.
      { weight: schema.enum.length > 1 ? 1 : 0, arbitrary: fc.string() },
    );
  }
  switch (schema.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return schema.format === "unix-time" ? seconds : fc.integer();
    case "array":
      return fc.array(ofSchema(schema.items ?? {}), { maxLength: 3 });
    case "object":
      return objectOf(schema);
    default:
      return schema.format === "date-time" ? isoDate : fc.string();
  }
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const parts: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, schema] of Object.entries(properties)) {
    if (LEFT_OUT.includes(name)) continue;
    if (name === "closed") {
      parts[name] = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean());
      continue;
    }
    const meant = Object.hasOwn(MEANT, name) && (schema.type === "array" || schema.type === "string") && MEANT[name];
    const usual = meant ? (schema.nullable ? fc.oneof({ weight: 4, arbitrary: meant }, fc.constant(null)) : meant) : ofSchema(schema);
    // Stripe's answers have explicit nulls where its types say optional.
    parts[name] = required.includes(name)
      ? usual
      : fc.oneof({ weight: 6, arbitrary: usual }, fc.constant(ABSENT), fc.constant(null));
  }
  return fc
    .record(parts)
    .map((whole) => Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== ABSENT)));
}

export const accountV1 = ofName("account");
export const accountV2 = ofName("v2.core.account");

/** What `persons.list` gives: each person once. */
export const persons = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...PERSONS),
    object: fc.constant("person"),
    first_name: fc.oneof(fc.string(), fc.constant(null)),
    last_name: fc.oneof(fc.string(), fc.constant(null)),
    relationship: ofName("person_relationship"),
  }),
  { selector: ({ id }) => id, maxLength: 2 },
);
