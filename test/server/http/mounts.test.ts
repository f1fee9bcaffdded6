import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import express from "express";
import fastify, { type FastifyInstance } from "fastify";
import { Hono } from "hono";
import { etag } from "hono/etag";
import Koa from "koa";
import { fastifyConnection, koaConnection, nodeListener } from "react-stripe-connection/node";
import { type ConnectionHandler, nodeListener as listenerOfServer } from "react-stripe-connection/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { BASE, SECRET, startBackEnd } from "../support/backEnd.js";
import { mountedAt, walkThrough } from "./mountWalk.js";
import { listenNest } from "./nestHost.js";

/** Puts the handler into a framework, as a host would. Resolves to the origin. */
type Mount = (handler: ConnectionHandler) => Promise<string>;

const listen = async (listener: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> => {
  const server = createServer((request, response) => void listener(request, response));
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

const listenFastify = async (app: FastifyInstance): Promise<string> => {
  onTestFinished(async () => {
    app.server.closeAllConnections();
    await app.close();
  });
  return app.listen({ port: 0, host: "127.0.0.1" });
};

/** As `@koa/bodyparser` does it. `keeps`: with the text, as its `rawBody`. */
const koaParser =
  ({ keeps }: { keeps: boolean }): Koa.Middleware =>
  async (ctx, next) => {
    const rawBody = await textOf(ctx.req);
    Object.assign(ctx.request, { body: JSON.parse(rawBody || "{}") as unknown, ...(keeps ? { rawBody } : {}) });
    await next();
  };

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

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
  "SV-P2 Express 5, whose JSON parser keeps the raw body as text": (handler) => {
    const verify = (request: object, _response: unknown, raw: Buffer) =>
      void Object.assign(request, { rawBody: raw.toString("utf8") });
    return listen(express().use(express.json({ verify })).use(BASE, nodeListener(handler)));
  },
  "node:http, by the listener of the server's entry": (handler) => {
    const listener = listenerOfServer(handler);
    return listen((request, response) => void listener(request, response));
  },
  "HO-12 Fastify 5": async (handler) => {
    const app = fastify();
    await app.register(fastifyConnection, { handler });
    return listenFastify(app);
  },
  "HO-12 Fastify 5, in a scope with a prefix": async (handler) => {
    const app = fastify();
    await app.register(async (api) => await api.register(fastifyConnection, { handler }), { prefix: "/api" });
    return listenFastify(app);
  },
  "HO-12 Koa 3": (handler) => listen(new Koa().use(koaConnection(handler)).callback()),
  "HO-12 Koa 3 behind a body parser that keeps the raw body": (handler) =>
    listen(
      new Koa()
        .use(koaParser({ keeps: true }))
        .use(koaConnection(handler))
        .callback(),
    ),
  "HO-12 NestJS with its raw body": (handler) => listenNest(handler, { rawBody: true }),
  "SV-P6 Hono behind etag()": (handler) =>
    listenHono(new Hono().use(etag()).all(`${BASE}/*`, (c) => handler.fetch(c.req.raw))),
  Hono: (handler) => listenHono(new Hono().all(`${BASE}/*`, (c) => handler.fetch(c.req.raw))),
};

/** Mounts behind something that has read the body already. */
const PARSED: Record<string, Mount> = {
  "HO-12 Koa 3 behind a body parser": (handler) =>
    listen(
      new Koa()
        .use(koaParser({ keeps: false }))
        .use(koaConnection(handler))
        .callback(),
    ),
  "HO-12 NestJS behind its body parser": (handler) => listenNest(handler, { rawBody: false }),
  "the pages of Next.js, which parse the body": (handler) => {
    const listener = nodeListener(handler);
    return listen(async (request, response) => {
      Object.assign(request, { body: JSON.parse((await textOf(request)) || "null") as unknown });
      await listener(request, response);
    });
  },
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
  "Fastify 5 by hand, behind its parser": (handler) => {
    const listener = nodeListener(handler);
    const app = fastify();
    app.all(`${BASE}/*`, async (request, reply) => {
      reply.hijack();
      await listener(request.raw, reply.raw);
    });
    return listenFastify(app);
  },
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
  test.each(Object.entries(WHOLE))("%s goes the whole way, webhooks and pushes included", async (_name, mount) => {
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
