import type { ConnectionErrorCode } from "../src/core/errors.js";
import { MAX_REQUEST_BYTES } from "../src/core/protocol.js";
import { VERSION } from "../src/core/version.js";
import { STATUS } from "../src/server/http/problem.js";
import { type Operation, OPERATIONS } from "./operations.js";
import { answerOf, answerSchemas, requestSchema, type Schema } from "./schemas.js";

export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> } & Record<string, unknown>;
  [member: string]: unknown;
}

/** The protocol as an OpenAPI 3.1 document, out of the schemas that client and server run on. */
export function openApiDocument(): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "react-stripe-connection",
      version: VERSION,
      license: { name: "MIT", identifier: "MIT" },
      description:
        "How the components of react-stripe-connection talk to a back end. Who asks is found out by the host's own session or token; nothing in a path, a query or a body names a tenant or an account. Clients leave fields and words that they do not know; servers refuse fields that they do not know. Another method than those named is refused with 405 and `Allow`.",
    },
    servers: [
      { url: "{basePath}", variables: { basePath: { default: "/api/stripe/test", description: "One per mode." } } },
    ],
    paths,
    components: {
      schemas: answerSchemas(),
      headers: {
        CacheControl: { required: true, schema: { type: "string", pattern: "\\bno-store\\b" } },
        ContentTypeOptions: { required: true, schema: { const: "nosniff" } },
        RequestId: {
          required: true,
          description: "Names the request in the server's log.",
          schema: { type: "string", minLength: 1 },
        },
        RetryAfter: {
          description: "Seconds to wait before the same request may succeed.",
          schema: { type: "integer", minimum: 1, maximum: 300 },
        },
      },
    },
  };
}

function described(operation: Operation): object {
  const { id, summary, description } = operation;
  const isWebhook = operation.answers === "received";
  const changes = operation.method === "post" && !isWebhook;
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    parameters: [
      ...(changes || operation.answers === "events" ? SAME_ORIGIN : []),
      ...(PARAMETERS[operation.answers] ?? []),
    ],
    ...(operation.body ? { requestBody: { ...jsonBody(requestSchema(operation.body)), description: BODY_LIMIT } } : {}),
    ...(isWebhook ? { requestBody: jsonBody({ type: "object" }) } : {}),
    responses: {
      200: success(operation),
      ...(operation.answers === "events" ? { 204: { description: "Nothing is pushed", headers: HEADERS } } : {}),
      ...refusals(operation, changes, isWebhook),
    },
  };
}

const header = (name: string, description: string, required = false) => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
});

const SAME_ORIGIN = [
  header("Origin", "Where it is sent, an origin that the host allows."),
  header("Sec-Fetch-Site", "Without `Origin`: `same-origin` proves that our own page asks. Browsers send both."),
];

const PARAMETERS: Partial<Record<Operation["answers"], object[]>> = {
  events: [header("Last-Event-ID", "The revision that the page has.")],
  received: [header("Stripe-Signature", "By one of the endpoint's secrets, at most 300 seconds off.", true)],
};

const BODY_LIMIT = `At most ${MAX_REQUEST_BYTES / 1024} kB.`;
const jsonBody = (schema: Schema) => ({ required: true, content: { "application/json": { schema } } });

const HEADERS = {
  "Cache-Control": { $ref: "#/components/headers/CacheControl" },
  "X-Content-Type-Options": { $ref: "#/components/headers/ContentTypeOptions" },
  "X-Request-Id": { $ref: "#/components/headers/RequestId" },
};

function success({ answers, summary }: Pick<Operation, "answers" | "summary">): object {
  if (answers === "events") {
    const schema = { type: "string", contentMediaType: "application/json", contentSchema: answerOf("connection") };
    return { description: summary, headers: HEADERS, content: { "text/event-stream": { schema } } };
  }
  const received: Schema = {
    allOf: [{ $ref: "#/components/schemas/Answer" }],
    required: ["received"],
    properties: { received: { const: true } },
  };
  const schema = answers === "received" ? received : answerOf(answers);
  return { description: summary, headers: HEADERS, content: { "application/json": { schema } } };
}

/** Statuses that say more than their code does. */
const OWN_STATUS: Record<number, ConnectionErrorCode> = {
  408: "timeout",
  413: "invalid_request",
  415: "invalid_request",
};

function refusals({ refuses }: Pick<Operation, "refuses">, changes: boolean, isWebhook: boolean): object {
  const byStatus = new Map<number, Set<ConnectionErrorCode>>();
  const add = (status: number, code: ConnectionErrorCode) =>
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  const always: ConnectionErrorCode[] = ["internal", ...(isWebhook ? [] : (["session_expired", "forbidden"] as const))];
  const ofBodies: ConnectionErrorCode[] = isWebhook ? ["invalid_request"] : ["invalid_request", "csrf"];
  for (const code of [...always, ...refuses, ...(changes || isWebhook ? ofBodies : [])]) add(STATUS[code], code);
  if (changes || isWebhook) {
    for (const [status, code] of Object.entries(OWN_STATUS)) add(Number(status), code);
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, refusal([...codes])]));
}

const refusal = (codes: ConnectionErrorCode[]) => {
  const named: Schema = { properties: { code: { enum: codes }, status: { type: "integer" } } };
  return {
    description: codes.join(", "),
    headers: { ...HEADERS, "Retry-After": { $ref: "#/components/headers/RetryAfter" } },
    content: { "application/problem+json": { schema: { allOf: [...(answerOf("problem").allOf ?? []), named] } } },
  };
};
