import { type ConversionConfig, type JsonSchema, toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { STATUSES } from "../src/core/connection.js";
import { DENIALS } from "../src/core/permissions.js";
import { ANSWERS, CHECKED, PROTOCOL } from "../src/core/protocol.js";

const REF = "#/components/schemas/";
const nameOf = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);

/** The words of JSON Schema for what the protocol's schemas check by a function. */
const WORDS: Record<keyof typeof CHECKED, JsonSchema> = {
  country: { pattern: "^[A-Z]{2}$" },
  time: { format: "date-time" },
  integer: { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  count: { minimum: 0 },
  filled: { minLength: 1 },
  url: { format: "uri" },
  permission: {
    description: "True, or the reason why not. Another word than these means no.",
    anyOf: [{ const: true }, { type: "string", examples: [...DENIALS] }],
  },
  notice: {
    anyOf: [
      { required: ["text"], properties: { kind: { const: "host" } } },
      { required: ["balance", "amount", "currency"], properties: { kind: { const: "balance" } } },
    ],
  },
};

const worded = Object.entries(CHECKED).flatMap(([name, { pipe }]) =>
  pipe.slice(1).map((action) => [action as unknown, WORDS[name as keyof typeof CHECKED]] as const),
);

const CONFIG: ConversionConfig = {
  target: "draft-2020-12",
  // What is sent, not what it becomes in the page.
  typeMode: "input",
  overrideAction({ valibotAction, jsonSchema }) {
    if (valibotAction.type !== "check") return null;
    const words = worded.find(([action]) => action === valibotAction)?.[1];
    // The closed lists say theirs in their metadata.
    if (!words && !jsonSchema.enum)
      throw new Error("openapi: a check of core/protocol.ts has no words: add them to CHECKED");
    return { ...jsonSchema, ...words };
  },
  overrideSchema({ valibotSchema, jsonSchema }) {
    return valibotSchema.type === "unknown" ? { ...jsonSchema, ...WORDS.permission } : null;
  },
  overrideRef: ({ referenceId }) => `${REF}${referenceId}`,
};

export type Schema = JsonSchema;

/** What is answered, by name, and the members that every answer has. */
export function answerSchemas(): Record<string, Schema> {
  const named = Object.fromEntries(
    Object.entries(ANSWERS).map(([key, schema]) => [nameOf(key), schema as v.GenericSchema]),
  );
  const schemas: Record<string, Schema> = toJsonSchemaDefs(named, CONFIG);
  // A page that does not know the status takes it for `unknown`, and so its schema has no list.
  Object.assign(schemas["Connection"]?.properties?.["status"] as object, { examples: STATUSES });
  return {
    ...schemas,
    Answer: {
      type: "object",
      required: ["protocol"],
      properties: { protocol: { const: PROTOCOL, description: "The version of the protocol." } },
    },
  };
}

/** A body that a client sends. */
export function requestSchema(schema: v.GenericSchema): Schema {
  const { $schema: _, ...body } = toJsonSchema(schema, CONFIG);
  return body;
}

/** An answer of the named schema, with what all answers have. */
export const answerOf = (key: keyof typeof ANSWERS): Schema => ({
  allOf: [{ $ref: `${REF}Answer` }, { $ref: `${REF}${nameOf(key)}` }],
});
