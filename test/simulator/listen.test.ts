// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterEach, describe, expect, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";
import { rawRequest } from "../support/rawRequest.js";
import { PARAMS, SECRET } from "./stripeClient.js";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function listening() {
  const simulator = createStripeSimulator();
  const server = await listenSimulator(simulator);
  const { url, connectJsUrl } = server;
  ends.push(
    () => server.close(),
    () => simulator.close(),
  );
  const { hostname: host, port } = new URL(url);
  const stripe = new Stripe(simulator.secretKey, { host, port: Number(port), protocol: "http", maxNetworkRetries: 1 });
  return { simulator, url, connectJsUrl, stripe };
}

const control = (url: string, name: string, args: unknown[], headers: Record<string, string> = {}) =>
  fetch(`${url}/_simulator/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ args }),
  });

describe("over HTTP", () => {
  test("the SDK's own Node client is content with it", async () => {
    const { stripe, simulator } = await listening();
    const account = await stripe.accounts.create(PARAMS);
    expect(account.lastResponse.headers["stripe-simulator"]).toBe("1");
    expect(simulator.accounts()[0]?.["id"]).toBe(account.id);
  });

  test("a lost answer is a broken line, and the SDK's retry finds the same account", async () => {
    const { stripe, simulator } = await listening();
    simulator.fail({ on: "accounts.create", with: "lost_answer" });
    const account = await stripe.accounts.create(PARAMS);
    expect(simulator.accounts().map(({ id }) => id)).toEqual([account.id]);
  });

  test("a page gets its script here, too, which knows the way back", async () => {
    const { stripe, connectJsUrl } = await listening();
    const script = await fetch(connectJsUrl);
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await script.text()).toContain("window.StripeConnect");

    const { id: account } = await stripe.accounts.create(PARAMS);
    const components = { account_onboarding: { enabled: true } };
    const { client_secret } = await stripe.accountSessions.create({ account, components });
    // As the script does, at the address that stands in its own.
    const claimed = await fetch(`${new URL(connectJsUrl).searchParams.get("api")}/_connect/claim`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_secret }),
    });
    expect(await claimed.json()).toMatchObject({ components: ["account_onboarding"] });
  });

  test("events go to an address", async () => {
    const { stripe, simulator } = await listening();
    const types: string[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const signature = request.headers["stripe-signature"] ?? "";
        types.push(stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, SECRET).type);
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ends.push(() => new Promise((resolve) => server.close(resolve)));
    simulator.deliverWebhooksTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, SECRET);
    await stripe.accounts.create(PARAMS);
    await simulator.idle();
    expect(types).toEqual(["account.updated"]);
  });

  test("a drawer can steer it", async () => {
    const { url, stripe } = await listening();
    const { id } = await stripe.accounts.create(PARAMS);
    expect((await control(url, "run", ["connected", id])).status).toBe(200);
    const listed = (await (await fetch(`${url}/_simulator/accounts`)).json()) as { result: unknown[] };
    expect(listed.result).toMatchObject([{ id, charges_enabled: true }]);
    expect((await control(url, "constructor", [])).status).toBe(404);
    expect((await control(url, "approve", ["acct_nope"])).status).toBe(403);
    expect((await control(url, "down", [true], { "content-type": "text/plain" })).status).toBe(415);
  });

  test.each(["application/jsonfoo", "application/json-seq", "text/plain;application/json", "application/json x"])(
    "AT-P8 a command of type %s is refused",
    async (type) => {
      const { url } = await listening();
      expect((await control(url, "down", [true], { "content-type": type })).status).toBe(415);
    },
  );

  test.each(["application/json", "Application/JSON;charset=utf-8", "application/json ; charset=utf-8"])(
    "AT-P8 a command of type %s is taken",
    async (type) => {
      const { url } = await listening();
      expect((await control(url, "latency", [0], { "content-type": type })).status).toBe(200);
    },
  );

  test("any page may bring its secret, but no page of another origin may steer", async () => {
    const { url } = await listening();
    const asked = (path: string) => fetch(url + path, { method: "OPTIONS", headers: { origin: "https://a.example" } });
    expect((await asked("/_connect/claim")).headers.get("access-control-allow-origin")).toBe("*");
    expect((await asked("/_simulator/down")).headers.get("access-control-allow-origin")).toBeNull();
    expect((await asked("/v1/accounts")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

const answerTo = (url: string, target: string, host: string | null, method = "GET") =>
  rawRequest(url, {
    method,
    target,
    headers: { ...(host === null ? {} : { host }), authorization: "Bearer sk_test_simulated" },
  });

describe("a page of another name (DNS rebinding)", () => {
  const TARGETS = [
    "/_simulator/accounts",
    "/_simulator/accounts?x",
    "/_simulator/accounts?",
    "/_simulator/accounts#",
    "/_simulator/%61ccounts",
    "/%5fsimulator/accounts",
    "//_simulator/accounts",
    "/x/../_simulator/accounts",
    "/api/_simulator/accounts",
    "/v1/accounts",
    "/v2/core/accounts",
    "/_connect/claim",
    "/connect.js",
    "/",
  ];

  test.each(TARGETS)("AT-F7 is refused at %s, told what to do, and changes nothing", async (target) => {
    const { url, stripe } = await listening();
    const { id } = await stripe.accounts.create(PARAMS);
    for (const host of [
      "evil.example",
      "evil.example:80",
      "127.0.0.1.evil.example",
      "localhost.evil.example",
      "a@127.0.0.1",
    ]) {
      const answer = await answerTo(url, target, host);
      expect(`${host} ${answer.status}`).toMatch(/ 40[03]$/);
      expect(answer.text).not.toContain(id);
      expect(answer.text).not.toContain("StripeConnect");
    }
    expect((await answerTo(url, target, "evil.example")).text).toContain("allowedHosts");
  });

  test.each(["POST /_simulator/down?x", "POST /v1/accounts", "DELETE /v1/accounts/acct_1", "OPTIONS /_connect/claim"])(
    "AT-F7 is refused to %s",
    async (line) => {
      const { url, simulator } = await listening();
      const [method, target = ""] = line.split(" ");
      expect((await answerTo(url, target, "evil.example", method)).status).toBe(403);
      expect(simulator.accounts()).toEqual([]);
    },
  );

  test("AT-F7 is refused where its name is in the target", async () => {
    const { url } = await listening();
    expect((await answerTo(url, "http://evil.example/_simulator/accounts", new URL(url).host)).status).toBe(403);
    expect((await answerTo(url, `${url}/_simulator/accounts`, "evil.example")).status).toBe(403);
    expect((await answerTo(url, `${url}/_simulator/accounts`, new URL(url).host)).status).toBe(200);
  });

  test.each(["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "127.0.0.53"])(
    "AT-F7 the loopback's own name %s is answered, with a port and without",
    async (name) => {
      const { url } = await listening();
      const { port } = new URL(url);
      for (const host of [name, `${name}:${port}`]) {
        expect((await answerTo(url, "/_simulator/accounts", host)).status).toBe(200);
        expect((await answerTo(url, "/v1/accounts", host)).status).toBe(200);
      }
    },
  );

  test.each(["host.docker.internal", "Host.Docker.Internal"])(
    "AT-F7 a name that the developer allows (%s) is answered in any case, and no other",
    async (name) => {
      const simulator = createStripeSimulator();
      const { url, close } = await listenSimulator(simulator, { allowedHosts: [name] });
      ends.push(close);
      for (const host of ["host.docker.internal:80", "HOST.docker.internal"])
        expect((await answerTo(url, "/v1/accounts", host)).status).toBe(200);
      expect((await answerTo(url, "/v1/accounts", "evil.example")).status).toBe(403);
    },
  );

  test.each(["//", "http://[", "*", "x", "/\\", "/%zz", "//[", "http://"])(
    "AT-F6 the target %j is answered, and the next one, too",
    async (target) => {
      const { url } = await listening();
      const { host } = new URL(url);
      expect((await answerTo(url, target, host)).status).toBeOneOf([400, 401, 404]);
      expect((await answerTo(url, "/_simulator/accounts", null)).status).toBe(400);
      expect((await answerTo(url, "/_simulator/accounts", host)).status).toBe(200);
    },
  );
});

describe("in production", () => {
  const inProduction = async (environment: string, run: () => unknown) => {
    const before = process.env["NODE_ENV"];
    process.env["NODE_ENV"] = environment;
    ends.push(async () => void (process.env["NODE_ENV"] = before));
    await run();
  };
  const refused = /refuses to start under NODE_ENV=production/;

  test.each(["production", "Production", "PRODUCTION", " production "])(
    "E20 AT-P7 neither listens nor plays live mode under NODE_ENV=%j",
    async (environment) => {
      const simulator = createStripeSimulator();
      await inProduction(environment, async () => {
        await expect(listenSimulator(simulator)).rejects.toThrow(refused);
        expect(() => createStripeSimulator({ mode: "live" })).toThrow(refused);
        expect(createStripeSimulator({ mode: "live", allowInProduction: true }).mode).toBe("live");
      });
    },
  );

  test("AT-P7 a document of jsdom makes no page of a server", async () => {
    Object.assign(globalThis, { document: {} });
    ends.push(async () => void Reflect.deleteProperty(globalThis, "document"));
    await inProduction("production", async () => {
      expect(() => createStripeSimulator({ mode: "live" })).toThrow(refused);
    });
  });

  test("a page of a production build may play live mode, also where a bundler gives it a `process`", async () => {
    const { process: own } = globalThis;
    Object.assign(globalThis, { document: {}, process: { env: { NODE_ENV: "production" }, versions: {} } });
    try {
      expect(createStripeSimulator({ mode: "live" }).mode).toBe("live");
    } finally {
      Object.assign(globalThis, { process: own });
      Reflect.deleteProperty(globalThis, "document");
    }
  });
});
