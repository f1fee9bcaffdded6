import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { parseForm, type Form, type FormValue } from "../../src/simulator/api/form.js";

/** Validates calls of Stripe's API against its OpenAPI document, strictly: an unknown path or property is an error. */

type Schema = { [name: string]: unknown };

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const document = JSON.parse(readFileSync("test/stripe/stripe-connect-openapi.json", "utf8")) as Document;
const BASE = "https://stripe.test/openapi";

/** Form values are text; the document speaks of integers and booleans. */
const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  allowUnionTypes: true,
  coerceTypes: false,
});
const forms = new Ajv({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  allowUnionTypes: true,
  coerceTypes: true,
});
for (const instance of [ajv, forms]) {
  addFormats.default(instance);
  for (const format of ["unix-time", "decimal", "currency"]) instance.addFormat(format, true);
  instance.addSchema({
    $id: BASE,
    $defs: Object.fromEntries(
      Object.entries(document.components.schemas).map(([name, schema]) => [name, convert(schema)]),
    ),
  });
}

/** OpenAPI 3.0 → JSON Schema: `nullable` becomes a union, `x-…` and descriptions go, objects are closed. */
function convert(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(convert);
  if (typeof schema !== "object" || schema === null) return schema;
  const from = schema as Schema;
  const open = from["x-open-enum"] === true;
  const to: Schema = {};
  for (const [name, value] of Object.entries(from)) {
    if (name === "properties")
      to[name] = Object.fromEntries(Object.entries(value as Schema).map(([key, each]) => [key, convert(each)]));
    else if (name === "$ref") to[name] = String(value).replace("#/components/schemas/", `${BASE}#/$defs/`);
    else if (name === "enum" && open) continue;
    else if (name === "enum" && from["nullable"] === true) to[name] = [...(value as unknown[]), null];
    else if (
      !["nullable", "description", "title", "encoding", "discriminator"].includes(name) &&
      !name.startsWith("x-")
    )
      to[name] = convert(value);
  }
  if (from["properties"] !== undefined && from["additionalProperties"] === undefined)
    to["additionalProperties"] = false;
  if (from["nullable"] !== true) return to;
  if (typeof to["type"] === "string") return { ...to, type: [to["type"], "null"] };
  return { anyOf: [to, { type: "null" }] };
}

const compiled = new Map<string, ValidateFunction>();

function validator(instance: Ajv, name: string, schema: Schema): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  const made = instance.compile(convert(schema) as Schema);
  compiled.set(name, made);
  return made;
}

function operationFor(method: string, path: string): { operation: Operation; template: string } {
  for (const [template, operations] of Object.entries(document.paths)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
    const operation = operations[method.toLowerCase()];
    if (operation && pattern.test(path)) return { operation, template: `${method} ${template}` };
  }
  throw new Error(`${method} ${path} is not in Stripe's OpenAPI document`);
}

function check(validate: ValidateFunction, value: unknown, what: string): void {
  if (validate(value)) return;
  const issues = (validate.errors ?? []).map(
    (issue) => `${issue.instancePath} ${issue.message ?? ""} ${JSON.stringify(issue.params)}`,
  );
  throw new Error(`${what} is not as Stripe's OpenAPI document says:\n${issues.join("\n")}`);
}

/** Plain objects for ajv, which looks at prototypes. */
const plain = (value: FormValue): unknown =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.map(plain)
      : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));

/** Throws what is wrong with the parameters of a call. `body` is form-encoded, of v2 JSON. */
export function validateRequest(method: string, pathAndQuery: string, body: string): void {
  const url = new URL(pathAndQuery, "https://api.stripe.com");
  const { operation, template } = operationFor(method, url.pathname);
  const query: Form = parseForm(url.search.slice(1));
  const inQuery = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
  // The token of a v2 page is in no document: it is in the address that Stripe itself gives for the next one.
  const page = method === "GET" && url.pathname.startsWith("/v2/") ? { page: { type: "string" } } : {};
  const querySchema: Schema = {
    type: "object",
    properties: { ...page, ...Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema])) },
    required: inQuery.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
  check(validator(forms, `${template} query`, querySchema), plain(query), `The query of ${template}`);
  const content = operation.requestBody?.content ?? {};
  const json = content["application/json"]?.schema;
  if (json) return check(validator(ajv, `${template} body`, json), JSON.parse(body || "{}"), `The body of ${template}`);
  const schema = content["application/x-www-form-urlencoded"]?.schema;
  if (schema) check(validator(forms, `${template} body`, schema), plain(parseForm(body)), `The body of ${template}`);
  else if (body !== "") throw new Error(`${template} takes no body`);
}

/** Throws what is wrong with an answer. */
export function validateResponse(method: string, pathAndQuery: string, status: number, json: unknown): void {
  const { pathname } = new URL(pathAndQuery, "https://api.stripe.com");
  const { operation, template } = operationFor(method, pathname);
  const answer = operation.responses[String(status)] ?? operation.responses["default"];
  const schema = answer?.content?.["application/json"]?.schema;
  if (!schema) throw new Error(`${template} has no answer ${status}`);
  check(validator(ajv, `${template} ${status}`, schema), json, `The answer ${status} of ${template}`);
}

/** Throws what is wrong with a thin event of v2. */
export function validateThinEvent(event: unknown): void {
  check(validator(ajv, "thin event", { $ref: "#/components/schemas/v2.core.event" }), event, "The thin event");
}

/** Throws what is wrong with an event and with the object in it. */
export function validateEvent(event: unknown): void {
  check(validator(ajv, "event", { $ref: "#/components/schemas/event" }), event, "The event");
  const object = (event as { data: { object: { object: string } } }).data.object;
  const schema = { $ref: `#/components/schemas/${object.object}` };
  check(validator(ajv, `event ${object.object}`, schema), object, `The ${object.object} in the event`);
}

/**
 * A fetch that validates every call of Stripe's API on its way through. An answer of 404 to an unknown path is let
 * through, because it is what Stripe says too; the answers of a broken line are not looked at.
 */
export function validatingFetch(inner: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = await request.clone().text();
    validateRequest(request.method, pathname + search, body);
    const response = await inner(request);
    if ((response.headers.get("content-type") ?? "").startsWith("application/json")) {
      validateResponse(request.method, pathname, response.status, await response.clone().json());
    }
    return response;
  };
}
