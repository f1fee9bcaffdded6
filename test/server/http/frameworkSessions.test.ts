import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import express, { type Request as ExpressRequest, type Response as ExpressResponse } from "express";
import session from "express-session";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import Koa from "koa";
import { fastifyConnection, koaConnection, nodeListener } from "react-stripe-connection/node";
import type { AuthorizeContext, ConnectionHandler, Viewer } from "react-stripe-connection/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { ALL, BASE, startBackEnd } from "../support/backEnd.js";
import { mountedAt } from "./mountWalk.js";
import { listenNest } from "./nestHost.js";

declare module "express-session" {
  interface SessionData {
    userId: string;
  }
}

declare module "fastify" {
  interface FastifyRequest {
    user: { id: string } | null;
  }
}

const viewerOf = (user: string | undefined): Viewer | null =>
  user === undefined ? null : { tenant: `org_${user}`, user, can: ALL };

const listen = async (listener: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> => {
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const statusOf = async (origin: string, headers: Record<string, string> = {}) =>
  (await fetch(`${origin}${BASE}/connection`, { headers })).status;

describe("HO-5 authorize gets the framework's own request", () => {
  test("HO-5 of Express, with the session of express-session, whose cookie is set", async () => {
    const { handler } = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (_request, { node }: AuthorizeContext<ExpressRequest, ExpressResponse>) =>
          viewerOf(node?.req.session.userId),
      },
    });
    const app = express()
      .use(session({ secret: "keyboard cat", resave: false, saveUninitialized: false, rolling: true }))
      .get("/login", (request, response) => {
        request.session.userId = "ada";
        response.end();
      })
      .use(BASE, nodeListener(handler));
    const origin = await listen(app);
    expect(await statusOf(origin)).toBe(401);
    const login = await fetch(`${origin}/login`);
    const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
    const answer = await fetch(`${origin}${BASE}/connection`, { headers: { cookie } });
    expect([answer.status, answer.headers.has("set-cookie")]).toEqual([200, true]);
  });

  test("HO-5 of Express, with its own url and what Passport puts on it", async () => {
    const urls: (string | undefined)[] = [];
    const { handler } = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (_request, { node }: AuthorizeContext<ExpressRequest & { user?: { id: string } }>) => {
          urls.push(node?.req.url, node?.req.baseUrl);
          return viewerOf(node?.req.user?.id);
        },
      },
    });
    const passport: express.RequestHandler = (request, _response, next) => {
      Object.assign(request, { user: { id: "ada" } });
      next();
    };
    expect(await statusOf(await listen(express().use(passport).use(BASE, nodeListener(handler))))).toBe(200);
    expect(urls).toEqual(["/connection", BASE]);
  });

  test("HO-5 of Fastify, with what its hooks decorate, and its hooks go on to the answer", async () => {
    const { handler } = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (_request, { node }: AuthorizeContext<FastifyRequest, FastifyReply>) => viewerOf(node?.req.user?.id),
      },
    });
    const app = fastify();
    app.decorateRequest("user", null);
    app.addHook("onRequest", async (request, reply) => {
      request.user = request.headers.authorization ? { id: request.headers.authorization } : null;
      reply.header("access-control-allow-origin", "https://app.example.com");
    });
    app.addHook("onSend", async (_request, reply) => void reply.header("set-cookie", "session=1"));
    await app.register(fastifyConnection, { handler });
    onTestFinished(() => app.close());
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    expect(await statusOf(origin)).toBe(401);
    const { status, headers } = await fetch(`${origin}${BASE}/connection`, { headers: { authorization: "ada" } });
    expect([status, headers.get("access-control-allow-origin"), headers.get("set-cookie")]).toEqual([
      200,
      "https://app.example.com",
      "session=1",
    ]);
  });

  test("HO-5 of Koa, with its state, and middleware around it goes on", async () => {
    const { handler } = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (_request, { node }: AuthorizeContext<Koa.Request, Koa.Response>) => {
          const user: unknown = node?.req.ctx.state["user"];
          return viewerOf(typeof user === "string" ? user : undefined);
        },
      },
    });
    const app = new Koa()
      .use(async (ctx, next) => {
        if (ctx.get("authorization")) ctx.state["user"] = ctx.get("authorization");
        ctx.set("vary", "origin");
        await next();
        // As a session that is prolonged.
        ctx.cookies.set("session", "1");
      })
      .use(koaConnection(handler))
      .use((ctx) => {
        ctx.body = "the page";
      });
    const origin = await listen(app.callback());
    expect(await statusOf(origin)).toBe(401);
    const { status, headers } = await fetch(`${origin}${BASE}/connection`, { headers: { authorization: "ada" } });
    expect([status, headers.get("vary"), headers.get("set-cookie")]).toEqual([
      200,
      "origin",
      expect.stringContaining("session=1"),
    ]);
    const other = await fetch(`${origin}/settings`);
    expect(await other.text()).toBe("the page");
  });

  test("HO-5 of NestJS, with the user that a guard found", async () => {
    const { handler } = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (_request, { node }: AuthorizeContext<ExpressRequest & { user?: { name?: string } }>) =>
          viewerOf(node?.req.user?.name),
      },
    });
    const origin = await listenNest(handler, { rawBody: true });
    expect(await statusOf(origin)).toBe(401);
    expect(await statusOf(origin, { authorization: "ada" })).toBe(200);
  });

  test("HO-5 of node:http, or what a caller of fetch and connectionFor passes on, or nothing", async () => {
    const seen: unknown[] = [];
    const { handler, url } = await startBackEnd({
      webhooks: false,
      options: {
        authorize: (_request, context: AuthorizeContext<IncomingMessage, ServerResponse>) => {
          seen.push(context);
          return viewerOf("ada");
        },
      },
    });
    await fetch(`${url}/connection`);
    const request = () => new Request(`https://app.example.com${BASE}/connection`);
    const node = { req: { user: "ada" }, res: {} };
    await handler.fetch(request(), { node });
    await handler.connectionFor(request(), { node });
    await handler.fetch(request());
    await handler.connectionFor(request());
    // What Next.js passes to a route.
    await handler.fetch(request(), { params: Promise.resolve({ path: ["connection"] }) });
    expect(seen).toEqual([
      { node: { req: expect.objectContaining({ method: "GET" }), res: expect.anything() } },
      { node },
      { node },
      {},
      {},
      {},
    ]);
  });
});

describe("HO-12 fastifyConnection", () => {
  test("HO-12 leaves the parsers of other routes alone, and takes one handler for each mode", async () => {
    const first = await startBackEnd({ webhooks: false });
    const second = await startBackEnd({ webhooks: false, options: { basePath: "/api/stripe/other" } });
    const app = fastify();
    await app.register(fastifyConnection, { handler: first.handler });
    await app.register(fastifyConnection, { handler: second.handler });
    app.post("/echo", async (request) => request.body);
    onTestFinished(() => app.close());
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const headers = { "content-type": "application/json" };
    const echo = await fetch(`${origin}/echo`, { method: "POST", headers, body: '{"a":1}' });
    expect(await echo.json()).toEqual({ a: 1 });
    for (const path of [BASE, "/api/stripe/other"])
      expect((await mountedAt(`${origin}${path}`).get("/connection")).status).toBe(200);
  });

  test("HO-12 refuses a scope whose prefix is not in basePath, and says both", async () => {
    const { handler } = await startBackEnd({ webhooks: false });
    const app = fastify();
    onTestFinished(() => app.close());
    app.register(async (scope) => await scope.register(fastifyConnection, { handler }), { prefix: "/v2" });
    await expect(app.ready()).rejects.toThrow(/prefix "\/v2" .* basePath "\/api\/stripe\/test"/);
  });
});

describe.each([
  {
    framework: "Fastify",
    mount: async (handler: ConnectionHandler) => {
      const app = fastify();
      await app.register(fastifyConnection, { handler });
      onTestFinished(() => app.close());
      return app.listen({ port: 0, host: "127.0.0.1" });
    },
  },
  {
    framework: "Koa",
    mount: (handler: ConnectionHandler) => listen(new Koa().use(koaConnection(handler)).callback()),
  },
])("HO-12 $framework", ({ mount }) => {
  test("HO-12 answers HEAD without a body", async () => {
    const { handler } = await startBackEnd({ webhooks: false });
    const url = `${await mount(handler)}${BASE}/connection`;
    const answer = await fetch(url, { method: "HEAD", headers: { authorization: "ada" } });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });

  test.each(["a/b", "a@b", "a?b", "[", ""])("HO-12 refuses the host %j", async (host) => {
    const { handler } = await startBackEnd({ webhooks: false });
    const { hostname, port } = new URL(await mount(handler));
    const socket = connect(Number(port), hostname);
    const headers = `host: ${host}\r\nauthorization: ada\r\nconnection: close`;
    socket.write(`GET ${BASE}/connection HTTP/1.1\r\n${headers}\r\n\r\n`);
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
  });
});
