// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterEach, describe, expect, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";
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

  test("a drawer can steer it, and a page of another name can't", async () => {
    const { url, stripe } = await listening();
    const { id } = await stripe.accounts.create(PARAMS);
    expect((await control(url, "run", ["connected", id])).status).toBe(200);
    const listed = (await (await fetch(`${url}/_simulator/accounts`)).json()) as { result: unknown[] };
    expect(listed.result).toMatchObject([{ id, charges_enabled: true }]);
    expect((await control(url, "constructor", [])).status).toBe(404);
    expect((await control(url, "approve", ["acct_nobody"])).status).toBe(404);
    expect((await control(url, "down", [true], { "content-type": "text/plain" })).status).toBe(415);
    const { port } = new URL(url);
    const rebound = await new Promise<number>((resolve, reject) => {
      import("node:http")
        .then(({ request }) =>
          request(
            { port, host: "127.0.0.1", path: "/_simulator/accounts", headers: { host: "evil.example" } },
            (answer) => {
              answer.resume();
              resolve(answer.statusCode ?? 0);
            },
          )
            .on("error", reject)
            .end(),
        )
        .catch(reject);
    });
    expect(rebound).toBe(403);
  });

  test("any page may bring its secret, but no page of another origin may steer", async () => {
    const { url } = await listening();
    const asked = (path: string) => fetch(url + path, { method: "OPTIONS", headers: { origin: "https://a.example" } });
    expect((await asked("/_connect/claim")).headers.get("access-control-allow-origin")).toBe("*");
    expect((await asked("/_simulator/down")).headers.get("access-control-allow-origin")).toBeNull();
    expect((await asked("/v1/accounts")).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("E20 it refuses to listen in production", async () => {
    const simulator = createStripeSimulator();
    const before = process.env["NODE_ENV"];
    process.env["NODE_ENV"] = "production";
    try {
      await expect(listenSimulator(simulator)).rejects.toThrow("refuses to start");
    } finally {
      process.env["NODE_ENV"] = before;
    }
  });
});
