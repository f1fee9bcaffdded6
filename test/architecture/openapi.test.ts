import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { httpAdapter } from "react-stripe-connection/headless";
import { adapterContract, type AdapterHarness } from "react-stripe-connection/testing";
import { openApiDocument } from "../../openapi/document.js";
import { PATHS, readConnection, readDisconnectPreview } from "../../src/core/protocol.js";
import { accountSessionBody, connectBody, disconnectBody } from "../../src/server/http/requestBodies.js";
import { BASE, startBackEnd } from "../server/support/backEnd.js";
import { connected } from "../support/connections.js";
import { protocolValidators } from "../support/protocolDocument.js";

const { wrongWithAnswer, wrongWithRequest } = protocolValidators({ exact: true });
const asRead = protocolValidators({ exact: false });

/** OpenAPI 3.1, as far as the document uses it: what is not named here is not allowed in it. */
const OPENAPI = {
  type: "object",
  required: ["openapi", "info", "paths", "components", "servers"],
  properties: {
    openapi: { pattern: "^3\\.1\\.\\d+$" },
    jsonSchemaDialect: { const: "https://json-schema.org/draft/2020-12/schema" },
    info: { type: "object", required: ["title", "version", "description", "license"] },
    servers: { type: "array", minItems: 1, items: { type: "object", required: ["url"] } },
    paths: {
      type: "object",
      propertyNames: { pattern: "^/" },
      additionalProperties: {
        type: "object",
        propertyNames: { enum: ["get", "post"] },
        additionalProperties: { $ref: "#/$defs/operation" },
      },
    },
    components: { type: "object", propertyNames: { enum: ["schemas", "headers"] } },
  },
  additionalProperties: false,
  $defs: {
    operation: {
      type: "object",
      required: ["operationId", "summary", "parameters", "responses"],
      properties: {
        operationId: { pattern: "^[a-z][A-Za-z]+$" },
        summary: { type: "string" },
        description: { type: "string" },
        parameters: {
          items: { type: "object", required: ["name", "in", "schema"], properties: { in: { enum: ["header"] } } },
        },
        requestBody: { type: "object", required: ["content"], properties: { content: { $ref: "#/$defs/content" } } },
        responses: {
          type: "object",
          required: ["200", "500"],
          propertyNames: { pattern: "^[2-5]\\d\\d$" },
          properties: { 204: { type: "object", required: ["description", "headers"], not: { required: ["content"] } } },
          additionalProperties: {
            type: "object",
            required: ["description", "content", "headers"],
            properties: { description: { type: "string", minLength: 1 }, content: { $ref: "#/$defs/content" } },
          },
        },
      },
      additionalProperties: false,
    },
    content: {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: "^[a-z]+/[a-z+-]+$" },
      additionalProperties: { type: "object", required: ["schema"], properties: { schema: { type: "object" } } },
    },
  },
};

describe("the protocol as a document", () => {
  test("it is an OpenAPI 3.1 document of every path, and each reference leads somewhere", () => {
    const document = openApiDocument();
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const validate = ajv.compile(OPENAPI);
    expect(validate(document) || ajv.errorsText(validate.errors)).toBe(true);
    expect(Object.keys(document.paths).toSorted()).toEqual(Object.values(PATHS).toSorted());
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => (operation as { operationId: string }).operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      const found = reference
        .split("/")
        .slice(1)
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
      expect(found, reference).toBeTypeOf("object");
    }
    // Each schema by itself is one of the 2020-12 dialect.
    for (const [name, schema] of Object.entries(document.components.schemas))
      expect(ajv.validateSchema(schema as object) || ajv.errorsText(), name).toBe(true);
  });

  test("what it allows, a page can read", () => {
    const names = Object.keys(connected()).sort();
    const preview = { generation: 1, policy: "delete", account: connected().account, startOver: false, warnings: [] };
    const notice = fc.record(
      {
        kind: fc.constantFrom("balance", "host", "else"),
        balance: fc.constantFrom<unknown>("available", "never", 3),
        amount: fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
        currency: fc.constantFrom<unknown>("usd", null),
        text: fc.constantFrom<unknown>("Two plans are live.", 7),
      },
      { requiredKeys: ["kind"] },
    );
    let allowed = 0;
    const holds = (read: () => unknown, wrong: string | null) => {
      if (wrong !== null) return;
      allowed += 1;
      read();
    };
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>("connected", "DE", ["DE"], [], "2026-11-23T05:00:00Z", 1.5, -1, 2 ** 60, null, {}),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), part, { maxKeys: 3 }), (own) => {
        const wire = { protocol: 1, ...connected(), ...own };
        holds(() => readConnection(wire), asRead.wrongWith("Connection", wire));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(notice), (blockers) => {
        const wire = { ...preview, blockers };
        holds(() => readDisconnectPreview(wire), asRead.wrongWith("DisconnectPreview", wire));
      }),
      { numRuns: 300 },
    );
    expect(allowed).toBeGreaterThan(100);
  });

  test.each([
    ["connect", "/connection", connectBody, { country: "DE", businessType: "company" }],
    ["session", "/connection/account-session", accountSessionBody, { purpose: "onboarding", requirements: ["a.b"] }],
    ["disconnect", "/connection/disconnect", disconnectBody, { generation: 3 }],
  ])("what it says of a %s request is what the server takes", (_name, path, schema, sample) => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>("DE", "de", "company", "management", ["x"], [""], 1, -1, 1.5, 2 ** 60),
    );
    const own = fc.dictionary(fc.constantFrom(...Object.keys(sample), "accountId"), value, { maxKeys: 2 });
    fc.assert(
      fc.property(own, (changed) => {
        const body = { ...sample, ...changed };
        expect(wrongWithRequest("POST", path, body) === null, JSON.stringify(body)).toBe(v.is(schema, body));
      }),
      { numRuns: 300 },
    );
  });
});

describe("every request and every answer of the contract, over HTTP, is as the document says", () => {
  /** What was answered, so that it is known to have been looked at. */
  const seen = new Set<string>();

  async function harness(): Promise<AdapterHarness> {
    const { url, simulator, handler } = await startBackEnd();
    const wrong: (string | null)[] = [];
    const checked = async (input: string, init: RequestInit) => {
      const method = init.method ?? "GET";
      const path = new URL(input).pathname.replace(BASE, "");
      const sent: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
      wrong.push(wrongWithRequest(method, path, sent));
      const response = await fetch(input, init);
      const { status, headers } = response;
      seen.add(`${method} ${path} ${status}`);
      if (!/event-stream/.test(headers.get("content-type") ?? "")) {
        wrong.push(wrongWithAnswer(method, path, { status, headers, body: await response.clone().json() }));
        return response;
      }
      const events = new TransformStream<string, string>({
        transform(text, controller) {
          // The test's server sends each event in one piece.
          for (const [, data = ""] of text.matchAll(/^data: (.*)$/gm)) {
            seen.add("event");
            wrong.push(wrongWithAnswer(method, path, { status, headers, body: JSON.parse(data) }));
          }
          controller.enqueue(text);
        },
      });
      const body = response.body?.pipeThrough(new TextDecoderStream()).pipeThrough(events);
      return new Response(body?.pipeThrough(new TextEncoderStream()) ?? null, { status, headers });
    };
    const signedIn = { as: "ada" };
    const headersOf = (authorization: string) => ({ authorization, origin: "https://app.example.com" });
    return {
      adapter: httpAdapter({ url, headers: () => headersOf(signedIn.as), fetch: checked }),
      another: httpAdapter({ url, headers: headersOf("ada"), fetch: checked }),
      signIn: (tenant) => {
        signedIn.as = tenant === "own" ? "ada" : "bob";
      },
      control: {
        approve: (id) => simulator.run("connected", id),
        removeAccount: (id) => simulator.removeAccount(id),
        countAccounts: () => Promise.resolve(simulator.accounts().length),
      },
      close: async () => {
        await handler.close();
        expect(wrong.filter((each) => each !== null)).toEqual([]);
      },
    };
  }

  test.each(adapterContract(harness))("$name", ({ run }) => run());

  test("and the contract has been everywhere", () => {
    const paths = Object.values(PATHS).filter((path) => path !== PATHS.webhooks);
    expect(paths.filter((path) => ![...seen].some((one) => one.split(" ")[1] === path))).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining(["event", "POST /connection/disconnect 409"]));
  });
});
