import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import express from "express";
import { Hono } from "hono";
import { type ConnectionHandler, nodeListener } from "react-stripe-connection/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { BASE, SECRET, startBackEnd } from "../support/backEnd.js";
import { mountedAt, walkThrough } from "./mountWalk.js";

/** Puts the handler into a framework, as a host would. Resolves to the origin. */
type Mount = (handler: ConnectionHandler) => Promise<string>;

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const listenHono = (app: Hono) =>
  new Promise<string>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      resolve(`http://127.0.0.1:${port}`);
    });
    onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  });

/** Mounts through which everything works. */
const WHOLE: Record<string, Mount> = {
  "node:http": (handler) => {
    const listener = nodeListener(handler);
    return listen((request, response) => void listener(request, response));
  },
  "Express 5": (handler) => listen(express().use(BASE, nodeListener(handler))),
  "Express 5 without a mount path": (handler) => listen(express().use(nodeListener(handler))),
  "Express 5, whose JSON parser comes after": (handler) =>
    listen(express().use(BASE, nodeListener(handler)).use(express.json())),
  "Express 5, whose parser leaves the bytes alone": (handler) =>
    listen(
      express()
        .use(express.raw({ type: "*/*" }))
        .use(BASE, nodeListener(handler)),
    ),
  "Express 5, whose JSON parser keeps the raw body": (handler) => {
    const verify = (request: object, _response: unknown, rawBody: Buffer) => void Object.assign(request, { rawBody });
    return listen(express().use(express.json({ verify })).use(BASE, nodeListener(handler)));
  },
  Hono: (handler) => listenHono(new Hono().all(`${BASE}/*`, (c) => handler.fetch(c.req.raw))),
};

/** Mounts behind something that has read the body already. */
const PARSED: Record<string, Mount> = {
  "Express 5 behind express.json()": (handler) =>
    listen(express().use(express.json()).use(BASE, nodeListener(handler))),
  "Express 5 behind express.text()": (handler) =>
    listen(
      express()
        .use(express.text({ type: "*/*" }))
        .use((request, _response, next) => {
          request.body = JSON.parse(String(request.body || "{}"));
          next();
        })
        .use(BASE, nodeListener(handler)),
    ),
};

/** Mounts that have used the body up. */
const USED: Record<string, Mount> = {
  "Hono behind c.req.json()": (handler) =>
    listenHono(
      new Hono().all(`${BASE}/*`, async (c) => {
        if (c.req.method === "POST") await c.req.json();
        return handler.fetch(c.req.raw);
      }),
    ),
  "a route handler behind request.json()": (handler) => {
    const listener = nodeListener({
      async fetch(request) {
        if (request.method === "POST") await request.json();
        return handler.fetch(request);
      },
    });
    return listen((request, response) => void listener(request, response));
  },
};

async function mounted(mount: Mount) {
  const backEnd = await startBackEnd({ webhooks: false });
  const at = mountedAt(`${await mount(backEnd.handler)}${BASE}`);
  backEnd.simulator.deliverWebhooksTo(`${at.url}/webhooks`, SECRET);
  return { ...backEnd, at };
}

const statuses = (attempts: { status: number | null }[]) => [...new Set(attempts.map(({ status }) => status))];

describe("the handler mounted", () => {
  test.each(Object.entries(WHOLE))("in %s goes the whole way, webhooks and pushes included", async (_name, mount) => {
    const { simulator, settled, at } = await mounted(mount);
    await walkThrough(at, {
      complete: async (id) => {
        await simulator.run("connected", id);
        await settled();
      },
    });
    await settled();
    expect(statuses(simulator.webhookAttempts())).toEqual([200]);
  });

  test.each(Object.entries(PARSED))(
    "G4 %s: a page works, and a webhook's answer says what is wrong",
    async (_name, mount) => {
      const { simulator, handler, settled, at } = await mounted(mount);
      await at.post("/connection");
      await settled();
      expect((await handler.getConnection("org_ada")).account?.id).toBe(simulator.accounts()[0]?.["id"]);
      await simulator.run("connected");
      await settled();
      expect(statuses(simulator.webhookAttempts())).toEqual([400]);
      await saysRawBody(at);
    },
  );

  test.each(Object.entries(USED))("G4 %s: every answer says what is wrong", async (_name, mount) => {
    const { at } = await mounted(mount);
    const refused = await at.post("/connection");
    expect([refused.status, refused.body["code"]]).toEqual([400, "invalid_request"]);
    expect(refused.body["title"]).toMatch(/body was read before/);
    await saysRawBody(at);
  });
});

async function saysRawBody(at: ReturnType<typeof mountedAt>): Promise<void> {
  const { body, status } = await at.webhook(JSON.stringify({ id: "evt_1", object: "event" }, null, 2), SECRET);
  expect(status).toBe(400);
  expect(body["title"]).toMatch(/raw body/);
}
