import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { nodeListener } from "react-stripe-connection/node";
import type { ConnectionHandler } from "react-stripe-connection/server";
import { BASE, startBackEnd } from "../support/backEnd.js";

type Fetch = ConnectionHandler["fetch"];

/** What a client of `nodeListener` gets. */
async function served(fetchOf: Fetch, path: string, init: RequestInit) {
  const server = createServer((request, response) => void nodeListener({ fetch: fetchOf })(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}${path}`, init);
}

const ASKED: [string, string, RequestInit, number][] = [
  ["a connection", "/connection", { headers: { authorization: "ada" } }, 200],
  ["a HEAD of it", "/connection", { method: "HEAD", headers: { authorization: "ada" } }, 200],
  ["a refusal", "/connection", {}, 401],
  ["a method that is not allowed", "/webhooks", {}, 405],
  ["a path that is not there", "/nothing", {}, 404],
  ["a webhook that is not signed", "/webhooks", { method: "POST", body: "{}" }, 400],
];

/** Without those that the connection needs, and what differs from request to request. */
function headersOf({ headers }: Response): Record<string, string> {
  const { date: _, connection: __, "keep-alive": ___, "content-length": ____, ...rest } = Object.fromEntries(headers);
  return { ...rest, "x-request-id": rest["x-request-id"] ? "an id" : "none" };
}

test.each(ASKED)("`fetch` and `nodeListener` answer %s alike", async (_, path, init, status) => {
  const { handler } = await startBackEnd();
  const answers = [
    await handler.fetch(new Request(`http://127.0.0.1${BASE}${path}`, init)),
    await served(handler.fetch, path, init),
  ];
  const seen = await Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      headers: headersOf(answer),
      text: (await answer.text()).replaceAll(/"(requestId|serverTime)":"[^"]*"/g, '"$1"'),
    })),
  );
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.status).toBe(status);
  expect(seen[0]?.text.includes('"protocol":')).toBe(init.method !== "HEAD");
});

test("what a host makes of an answer is what is sent", async () => {
  const { handler } = await startBackEnd();
  const wrapped: Fetch = async (request, context) => {
    const answer = await handler.fetch(request, context);
    const headers = new Headers(answer.headers);
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    return new Response(`${await answer.text()}\n`, { status: answer.status, headers });
  };
  const answer = await served(wrapped, "/connection", { headers: { authorization: "ada" } });
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await answer.text()).toMatch(/^\{"protocol":.*\}\n$/);
});

test("on Node a text is sent without the stream of a Response", async () => {
  const { handler } = await startBackEnd();
  const bodies: unknown[] = [];
  class ObservedResponse extends Response {
    constructor(body?: BodyInit | null, init?: ResponseInit) {
      super(body, init);
      bodies.push(body);
    }
  }
  vi.stubGlobal("Response", ObservedResponse);
  onTestFinished(() => void vi.unstubAllGlobals());
  const answer = await served(handler.fetch, "/connection", { headers: { authorization: "ada" } });
  const text = await answer.text();
  expect(answer.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  expect(bodies.length).toBeGreaterThan(0);
  expect(bodies.every((body) => body === null)).toBe(true);
});
