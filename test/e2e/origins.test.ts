import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright";
import { nodeListener } from "react-stripe-connection/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ConnectionHandler } from "react-stripe-connection/server";
import { createConnectionHandler } from "react-stripe-connection/server";
import Stripe from "stripe";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { browserOptions } from "../support/browser.mjs";

const BASE = "/api/stripe/test";
const CAN = { view: true, connect: true, update: true, disconnect: true };

interface Asked {
  method: string;
  path: string;
  origin: string | undefined;
  site: string | undefined;
  status: number;
}

let browser: Browser;
let port = 0;
let adminPort = 0;
let handler: ConnectionHandler;
const asked: Asked[] = [];
const servers: ReturnType<typeof createServer>[] = [];

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const page = (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { "content-type": "text/html", "referrer-policy": "no-referrer" }).end("<title>page</title>");
};

/** The handler behind CORS for the admin's origin, as the documentation asks for. Everybody is signed in by their network. */
function serve(request: IncomingMessage, response: ServerResponse): void {
  if (!request.url?.startsWith(BASE)) return page(request, response);
  const { origin } = request.headers;
  if (origin === `http://127.0.0.1:${adminPort}`) {
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("access-control-allow-credentials", "true");
    response.setHeader("access-control-allow-headers", "content-type");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
  }
  const path = request.url.slice(BASE.length);
  const site = request.headers["sec-fetch-site"] as string | undefined;
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: never[]) => {
    asked.push({ method: request.method ?? "", path, origin, site, status });
    return writeHead(status, ...rest);
  }) as typeof response.writeHead;
  void nodeListener(handler)(request, response);
}

beforeAll(async () => {
  port = await listen(serve);
  adminPort = await listen(page);
  handler = createConnectionHandler({
    stripe: new Stripe("sk_test_1"),
    store: createMemoryStore(),
    authorize: () => ({ tenant: "org_ada", user: "ada", can: CAN }),
    webhookSecrets: ["whsec_abcdefgh"],
    mode: "test",
    publishableKey: "pk_test_1",
    basePath: BASE,
    publicUrl: `http://127.0.0.1:${port}`,
    allowedOrigins: [`http://127.0.0.1:${port}`, `http://127.0.0.1:${adminPort}`],
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const options = await browserOptions();
  browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), "--host-resolver-rules=MAP evil.example 127.0.0.1"],
  });
});
afterAll(async () => {
  await browser?.close();
  await handler?.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => void (asked.length = 0));

async function pageAt(origin: string): Promise<Page> {
  const opened = await browser.newPage();
  await opened.goto(`${origin}/`);
  return opened;
}

/** What the page's own code gets: the statuses of a read, a stream and a change; null where the browser hides them. */
function askAll(from: Page, api: string, mode: RequestMode = "cors"): Promise<(number | null)[]> {
  return from.evaluate(
    async ([url, requestMode]) => {
      const ask = async (path: string, init: RequestInit) => {
        const controller = new AbortController();
        const shared = { credentials: "include", mode: requestMode, signal: controller.signal } as const;
        try {
          const { status, type } = await fetch(url + path, { ...shared, ...init });
          return type === "opaque" ? null : status;
        } catch {
          return null;
        } finally {
          controller.abort();
        }
      };
      const headers = { "content-type": requestMode === "cors" ? "application/json" : "text/plain" };
      return [
        await ask("/connection", {}),
        await ask("/connection/events", {}),
        await ask("/connection/refresh", { method: "POST", headers, body: "{}" }),
      ];
    },
    [api, mode] as const,
  );
}

const told = () => asked.map(({ method, path, origin, site, status }) => [method, path, origin, site, status]);

describe("which pages Chromium lets ask, and what it says of them", () => {
  it("AT-F9 AT-M8 our own page reads, follows and changes, also without a referrer", async () => {
    const own = `http://127.0.0.1:${port}`;
    expect(await askAll(await pageAt(own), own + BASE)).toEqual([200, 200, 200]);
    expect(told()).toEqual([
      ["GET", "/connection", undefined, "same-origin", 200],
      ["GET", "/connection/events", undefined, "same-origin", 200],
      ["POST", "/connection/refresh", own, "same-origin", 200],
    ]);
  });

  it("AT-F9 AT-M8 an allowed page of another origin does, with credentials", async () => {
    const admin = `http://127.0.0.1:${adminPort}`;
    expect(await askAll(await pageAt(admin), `http://127.0.0.1:${port}${BASE}`)).toEqual([200, 200, 200]);
    expect(told()).toEqual([
      ["GET", "/connection", admin, "same-site", 200],
      ["GET", "/connection/events", admin, "same-site", 200],
      ["POST", "/connection/refresh", admin, "same-site", 200],
    ]);
  });

  it("AT-M8 a page of another site opens no stream and changes nothing, whatever it tries", async () => {
    const foreign = await pageAt(`http://localhost:${adminPort}`);
    const api = `http://127.0.0.1:${port}${BASE}`;
    expect(await askAll(foreign, api)).toEqual([null, null, null]);
    expect(await askAll(foreign, api, "no-cors")).toEqual([null, null, null]);
    await foreign.evaluate(async (url) => {
      const image = new Image();
      const isOver = new Promise((resolve) => image.addEventListener("error", resolve));
      image.src = url;
      await isOver;
    }, `${api}/connection/events`);
    const byPath = (path: string) => asked.filter((one) => one.path === path);
    expect(byPath("/connection/events").length).toBeGreaterThanOrEqual(3);
    expect(new Set(byPath("/connection/events").map(({ status }) => status))).toEqual(new Set([403]));
    expect(byPath("/connection/refresh").filter(({ status }) => status < 400)).toEqual([]);
  });

  it("AT-F9 a foreign page whose name points at the server changes nothing: a DNS rebinding", async () => {
    const evil = `http://evil.example:${port}`;
    const [, , changed] = await askAll(await pageAt(evil), evil + BASE);
    expect(changed).toBe(403);
    expect(told().at(-1)).toEqual(["POST", "/connection/refresh", evil, undefined, 403]);
  });
});
