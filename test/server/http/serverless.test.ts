import { connect, createServer as createHttp2Server } from "node:http2";
import type { AddressInfo } from "node:net";
import { connect as connectSocket } from "node:net";
import codegenie from "@codegenie/serverless-express";
import express from "express";
import { createMocks, type RequestOptions } from "node-mocks-http";
import serverlessHttp from "serverless-http";
import { nodeListener } from "react-stripe-connection/node";
import type { ConnectionHandler } from "react-stripe-connection/server";
import Stripe from "stripe";
import { describe, expect, onTestFinished, test } from "vitest";
import { ALL, type BackEnd, BASE, SECRET, startBackEnd } from "../support/backEnd.js";

interface Asked {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What a Lambda function resolves to. */
interface Result {
  statusCode: number;
  body: string;
  isBase64Encoded?: boolean;
}

type Lambda = (event: object) => Promise<Result>;

const HOST = "app.example.com";
const { webhooks } = new Stripe("sk_test_lambda");

const sent = ({ headers, body }: Asked): Record<string, string> => ({
  Host: HOST,
  "User-Agent": "日本語",
  ...headers,
  ...(body === undefined ? {} : { "Content-Type": "application/json" }),
});

/** The event of a REST API of API Gateway. */
const version1 = (asked: Asked) => ({
  resource: "/{proxy+}",
  path: asked.path,
  httpMethod: asked.method,
  headers: sent(asked),
  multiValueHeaders: Object.fromEntries(Object.entries(sent(asked)).map(([name, value]) => [name, [value]])),
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  requestContext: {
    resourcePath: "/{proxy+}",
    httpMethod: asked.method,
    path: asked.path,
    stage: "$default",
    identity: { sourceIp: "192.0.2.1" },
  },
  body: asked.body ?? null,
  isBase64Encoded: false,
});

/** The event of an HTTP API of API Gateway, and of a function's own URL: cookies apart, names in lower case. */
const version2 = (asked: Asked) => {
  const { cookie, ...headers } = Object.fromEntries(
    Object.entries(sent(asked)).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: asked.path,
    rawQueryString: "",
    ...(cookie === undefined ? {} : { cookies: [cookie] }),
    headers,
    requestContext: {
      domainName: HOST,
      stage: "$default",
      http: { method: asked.method, path: asked.path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "x" },
    },
    ...(asked.body === undefined ? {} : { body: Buffer.from(asked.body).toString("base64") }),
    isBase64Encoded: asked.body !== undefined,
  };
};

const app = (handler: ConnectionHandler) => express().use(BASE, nodeListener(handler)).use(express.json());

const serverless = (handler: ConnectionHandler): Lambda => {
  const run = serverlessHttp(app(handler));
  return async (event) => (await run(event, {})) as Result;
};

const codegenieLambda = (handler: ConnectionHandler): Lambda => {
  const run = codegenie({ app: app(handler) }) as unknown as (event: object, context: object) => Promise<Result>;
  return (event) => run(event, {});
};

const LAMBDAS = [
  { name: "serverless-http, a REST API", lambda: serverless, event: version1 },
  { name: "serverless-http, an HTTP API or a function URL", lambda: serverless, event: version2 },
  { name: "@codegenie/serverless-express, a REST API", lambda: codegenieLambda, event: version1 },
  { name: "@codegenie/serverless-express, an HTTP API or a function URL", lambda: codegenieLambda, event: version2 },
];

/** A back end that knows people by their cookie, and pushes nothing: nothing streams in Lambda. */
async function withCookies(): Promise<BackEnd> {
  const { store } = await startBackEnd({ webhooks: false });
  const { subscribe: _, ...polled } = store;
  return startBackEnd({
    store: polled,
    webhooks: false,
    options: {
      authorize: (request) =>
        request.headers.get("cookie") === "a=1; session=ada" ? { tenant: "org_ada", user: "ada", can: ALL } : null,
    },
  });
}

const COOKIE = { Cookie: "a=1; session=ada" };

const jsonOf = ({ body, isBase64Encoded }: Result) =>
  JSON.parse(isBase64Encoded ? Buffer.from(body, "base64").toString() : body) as Record<string, unknown>;

const signed = (payload: string) => ({
  "Stripe-Signature": webhooks.generateTestHeaderString({ payload, secret: SECRET }),
});

/** What Stripe sends, indented as Stripe sends it. */
const EVENT = JSON.stringify(
  { id: "evt_1", object: "event", type: "account.updated", livemode: false, account: "acct_other" },
  null,
  2,
);

describe.each(LAMBDAS)("SV-F1 in Lambda by $name", ({ lambda, event }) => {
  async function start() {
    const backEnd = await withCookies();
    const run = lambda(backEnd.handler);
    return { ...backEnd, ask: (asked: Asked) => run(event({ ...asked, path: `${BASE}${asked.path}` })) };
  }

  test("SV-F1 the session's cookie comes through, and who has none is refused", async () => {
    const { ask } = await start();
    const answer = await ask({ method: "GET", path: "/connection", headers: COOKIE });
    expect([answer.statusCode, jsonOf(answer)["status"]]).toEqual([200, "not_connected"]);
    expect((await ask({ method: "GET", path: "/connection" })).statusCode).toBe(401);
  });

  test("SV-F1 a change is made", async () => {
    const { ask, simulator, settled } = await start();
    const headers = { ...COOKIE, Origin: `https://${HOST}` };
    const answer = await ask({ method: "POST", path: "/connection", headers, body: '{"businessType":"company"}' });
    expect([answer.statusCode, jsonOf(answer)["status"]]).toEqual([200, "connecting"]);
    await settled();
    expect(simulator.accounts()).toHaveLength(1);
  });

  test("SV-F1 a webhook's signature is of the bytes that came", async () => {
    const { ask } = await start();
    const answer = await ask({ method: "POST", path: "/webhooks", headers: signed(EVENT), body: EVENT });
    expect([answer.statusCode, jsonOf(answer)]).toEqual([200, { protocol: 1, received: true }]);
    const forged = await ask({ method: "POST", path: "/webhooks", headers: signed("{}"), body: EVENT });
    expect(forged.statusCode).toBe(400);
  });

  test("SV-F1 HO-8 the stream of changes ends at once, with nothing to push", async () => {
    const { ask } = await start();
    expect((await ask({ method: "GET", path: "/connection/events", headers: COOKIE })).statusCode).toBe(204);
  });
});

describe("SV-F1 a request object that is made by hand", () => {
  /** What `node-mocks-http` makes of it, sent through the listener. */
  async function answerTo({ handler }: BackEnd, request: RequestOptions & { rawHeaders?: unknown }) {
    const { rawHeaders, ...options } = request;
    const { req, res } = createMocks(options);
    if (rawHeaders !== undefined) Object.assign(req, { rawHeaders });
    const before = { rawHeaders: req.rawHeaders, headers: structuredClone(Object.entries(req.headers)), url: req.url };
    await nodeListener(handler)(req, res);
    // It is the host's: nothing of it may have changed.
    expect({ rawHeaders: req.rawHeaders, headers: Object.entries(req.headers), url: req.url }).toEqual(before);
    const text = String(res._getData());
    return { status: res.statusCode, body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> };
  }

  const headers = { authorization: "ada", host: HOST };

  test.each([
    ["without raw headers", {}],
    ["with empty raw headers", { rawHeaders: [] }],
    ["with a number among its raw headers", { rawHeaders: ["content-length", 145] }],
    ["with fewer raw headers", { rawHeaders: ["host", HOST] }],
  ])("SV-F1 %s is read by its headers", async (_, own) => {
    const backEnd = await startBackEnd({ webhooks: false });
    const url = `${BASE}/connection`;
    const answer = await answerTo(backEnd, { method: "GET", url, headers, ...own });
    expect([answer.status, answer.body["status"]]).toEqual([200, "not_connected"]);
  });

  test("SV-F1 without a host is answered", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const url = `${BASE}/connection`;
    expect((await answerTo(backEnd, { method: "GET", url, headers: { authorization: "ada" } })).status).toBe(200);
  });

  test("SV-F1 its parsed body is a page's, its raw one Stripe's", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const page = { ...headers, origin: `https://${HOST}`, "content-type": "application/json" };
    const connect = {
      method: "POST" as const,
      url: `${BASE}/connection`,
      headers: page,
      body: { businessType: "company" },
    };
    expect((await answerTo(backEnd, connect)).status).toBe(200);
    const stripe = { ...headers, "stripe-signature": signed(EVENT)["Stripe-Signature"] };
    const webhook = { method: "POST" as const, url: `${BASE}/webhooks`, headers: stripe };
    expect((await answerTo(backEnd, { ...webhook, rawBody: EVENT })).status).toBe(200);
    expect((await answerTo(backEnd, { ...webhook, rawBody: Buffer.from(EVENT) })).status).toBe(200);
    const parsed = await answerTo(backEnd, { ...webhook, body: JSON.parse(EVENT) as Record<string, unknown> });
    expect([parsed.status, parsed.body["title"]]).toEqual([400, expect.stringContaining("raw body")]);
  });

  test("SV-F1 several values of one header are joined, as Node joins them", async () => {
    const seen: unknown[] = [];
    const backEnd = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (request) => {
          seen.push(request.headers.get("x-groups"), [...request.headers.keys()]);
          return null;
        },
      },
    });
    const several = { ...headers, "x-groups": ["a", "b"], ":path": "/", "x-absent": undefined };
    await answerTo(backEnd, { method: "GET", url: `${BASE}/connection`, headers: several as never });
    expect(seen).toEqual(["a, b", ["authorization", "host", "x-groups"]]);
  });
});

test("SV-F1 what a middleware adds to the headers is seen", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const server = express()
    .use((request, _response, next) => {
      request.headers.authorization = "ada";
      next();
    })
    .use(BASE, nodeListener(backEnd.handler))
    .listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  expect((await fetch(`http://127.0.0.1:${port}${BASE}/connection`)).status).toBe(200);
});

test("SV-F1 HTTP/1.0 needs no host", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { hostname, port } = new URL(backEnd.url);
  const socket = connectSocket(Number(port), hostname);
  socket.write(`GET ${BASE}/connection HTTP/1.0\r\nauthorization: ada\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
});

test("SV-F1 HTTP/2 has pseudo headers and no Host", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const listener = nodeListener(backEnd.handler);
  const server = createHttp2Server((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    session.close();
    server.close();
  });
  const ask = async (headers: Record<string, string>, body?: string) => {
    const stream = session.request(headers);
    stream.end(body);
    let status: unknown;
    stream.on("response", (answered) => (status = answered[":status"]));
    let text = "";
    for await (const chunk of stream) text += String(chunk);
    return { status, body: JSON.parse(text) as Record<string, unknown> };
  };
  const read = await ask({ ":path": `${BASE}/connection`, authorization: "ada" });
  expect([read.status, read.body["status"]]).toEqual([200, "not_connected"]);
  const webhook = await ask(
    { ":method": "POST", ":path": `${BASE}/webhooks`, "stripe-signature": signed(EVENT)["Stripe-Signature"] },
    EVENT,
  );
  expect(webhook.status).toBe(200);
});
