import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type OpenApiDocument, openApiDocument } from "../../openapi/document.js";

/** Holds requests and answers against the protocol's OpenAPI document. */

type Schema = { [name: string]: unknown };
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }>; headers: Record<string, unknown> }>;
}

const BASE = "https://react-stripe-connection.test/openapi";
/** Schemas that others are joined to: they can't be closed by themselves. */
const JOINED = [
  "Answer",
  "Connection",
  "DisconnectPreview",
  "AccountSession",
  "OnboardingLink",
  "DashboardLink",
  "Problem",
];

/**
 * A schema of the document for ajv. `exact`: as this version's server has to keep it, with no field and no word that
 * the document does not name; otherwise as a client reads it.
 */
function prepared(schema: unknown, exact: boolean, isJoined = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => prepared(each, exact));
  if (typeof schema !== "object" || schema === null) return schema;
  const to: Schema = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === "$ref") to[name] = String(value).replace("#/components/schemas/", `${BASE}#/$defs/`);
    else if (name === "properties")
      to[name] = Object.fromEntries(Object.entries(value as Schema).map(([key, each]) => [key, prepared(each, exact)]));
    else if (name === "examples" && exact) to["enum"] = value;
    else to[name] = prepared(value, exact);
  }
  if (exact && !isJoined && to["type"] === "object" && to["properties"] && to["additionalProperties"] === undefined)
    to["additionalProperties"] = false;
  return to;
}

export function protocolValidators({ exact }: { exact: boolean }) {
  const document: OpenApiDocument = openApiDocument();
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({
    $id: BASE,
    $defs: Object.fromEntries(
      Object.entries(document.components.schemas).map(([name, schema]) => [
        name,
        prepared(schema, exact, JOINED.includes(name)),
      ]),
    ),
  });
  const known = new Map<string, ValidateFunction>();
  const validator = (name: string, schema: Schema): ValidateFunction => {
    const validate = known.get(name) ?? ajv.compile(schema);
    known.set(name, validate);
    return validate;
  };
  const operationAt = (method: string, path: string) =>
    document.paths[path]?.[method.toLowerCase()] as Operation | undefined;

  return {
    document,
    /** Whether the document speaks of it. */
    has: (method: string, path: string) => operationAt(method, path) !== undefined,
    /** What is wrong with a value of a named schema; null for nothing. */
    wrongWith(name: string, value: unknown): string | null {
      const validate = validator(name, { $ref: `${BASE}#/$defs/${name}` });
      return validate(value) ? null : ajv.errorsText(validate.errors);
    },
    /** What is wrong with a body that a client sends; null for nothing. */
    wrongWithRequest(method: string, path: string, body: unknown): string | null {
      const schema = operationAt(method, path)?.requestBody?.content["application/json"]?.schema;
      if (!schema) return body === undefined ? null : `${method} ${path} takes no body`;
      const validate = validator(`${method} ${path}`, prepared(schema, exact) as Schema);
      return validate(body) ? null : ajv.errorsText(validate.errors);
    },
    /** What is wrong with an answer; null for nothing. A stream's body is told event by event. */
    wrongWithAnswer(method: string, path: string, answer: { status: number; headers: Headers; body: unknown }) {
      const { status, headers, body } = answer;
      const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
      const described = operationAt(method, path)?.responses[String(status)];
      if (!described) return `${method} ${path} has no answer ${status}: ${JSON.stringify(body)}`;
      const content = described.content?.[type];
      const isEmpty = !described.content && type === "";
      if (!content && !isEmpty) return `${method} ${path} has no answer ${status} of type ${type}`;
      for (const [name, value] of [
        ["cache-control", /\bno-store\b/],
        ["x-content-type-options", /^nosniff$/],
        ["x-request-id", /./],
        ["retry-after", /^(\d+)?$/],
      ] as const) {
        if (!value.test(headers.get(name) ?? "")) return `${method} ${path} ${status}: ${name}: ${headers.get(name)}`;
      }
      if (!content) return null;
      const schema =
        type === "text/event-stream" ? (content.schema["contentSchema"] as Schema | undefined) : content.schema;
      const validate = validator(`${method} ${path} ${status} ${type}`, {
        ...(prepared(schema, exact) as Schema),
        ...(exact ? { unevaluatedProperties: false } : {}),
      });
      return validate(body) ? null : `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`;
    },
  };
}
