// @vitest-environment node
import Stripe from "stripe";
import { afterEach, expect, test } from "vitest";
import { createStripeSimulator, type StripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Dashboard = "none" | "express" | "full";

function inProcess() {
  const simulator = createStripeSimulator();
  ends.push(() => simulator.close());
  const httpClient = Stripe.createFetchHttpClient((input, init) => simulator.fetch(input, init));
  return { simulator, stripe: new Stripe(simulator.secretKey, { httpClient }) };
}

async function overHttp() {
  const simulator = createStripeSimulator();
  const server = await listenSimulator(simulator);
  ends.push(
    () => server.close(),
    () => simulator.close(),
  );
  const { hostname: host, port } = new URL(server.url);
  const stripe = new Stripe(simulator.secretKey, { host, port: Number(port), protocol: "http" });
  return { simulator, stripe, url: server.url };
}

const MAKE = {
  v1: async (stripe: Stripe, dashboard: Dashboard) => {
    const { id } = await stripe.accounts.create({
      controller: { stripe_dashboard: { type: dashboard } },
      capabilities: { transfers: { requested: true } },
    });
    return id;
  },
  v2: async (stripe: Stripe, dashboard: Dashboard) => {
    const { id } = await stripe.v2.core.accounts.create({
      contact_email: "billing@customer.example",
      dashboard,
      identity: { country: "us" },
      defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
      configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
    });
    return id;
  },
};

async function submitted(stripe: Stripe, simulator: StripeSimulator, dashboard: Dashboard, api: "v1" | "v2" = "v1") {
  const id = await MAKE[api](stripe, dashboard);
  await simulator.completeOnboarding(id);
  return id;
}

test.each(["v1", "v2"] as const)("an Express account that %s made gets a login link", async (api) => {
  const { simulator, stripe } = inProcess();
  const id = await submitted(stripe, simulator, "express", api);
  const first = await stripe.accounts.createLoginLink(id);
  expect(first).toMatchObject({
    object: "login_link",
    created: Math.floor(simulator.clock.now() / 1000),
    url: expect.stringMatching(new RegExp(`^https://connect\\.stripe\\.com/express/${id}/\\w{12}$`)),
  });
  expect((await stripe.accounts.createLoginLink(id)).url).not.toBe(first.url);
});

test.each(["none", "full"] as const)("an account with the dashboard %s gets none, in Stripe's words", async (kind) => {
  const { simulator, stripe } = inProcess();
  const id = await submitted(stripe, simulator, kind);
  await expect(stripe.accounts.createLoginLink(id)).rejects.toMatchObject({
    statusCode: 400,
    type: "StripeInvalidRequestError",
    message: `Cannot create an edit link for the account ${id}, which does not have access to the Express Dashboard.`,
  });
});

test("an account whose details were not submitted gets none, in Stripe's words", async () => {
  const { stripe } = inProcess();
  const id = await MAKE.v1(stripe, "express");
  await expect(stripe.accounts.createLoginLink(id)).rejects.toMatchObject({
    statusCode: 400,
    code: undefined,
    message: "Cannot create a login link for an account that has not completed onboarding.",
  });
});

test("a link of a simulator that listens opens a page that names the account, once", async () => {
  const { simulator, stripe, url } = await overHttp();
  const id = await submitted(stripe, simulator, "express");
  await stripe.accounts.update(id, { business_profile: { name: "<Acme> & Sons" } });
  const link = await stripe.accounts.createLoginLink(id);
  expect(link.url.startsWith(`${url}/_express/${id}/`)).toBe(true);
  const opened = await fetch(link.url);
  expect([opened.status, opened.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(opened.headers.get("content-security-policy")).toContain("default-src 'none'");
  const html = await opened.text();
  expect(html).toContain(`<dd>${id}</dd>`);
  expect(html).toContain("<dd>&lt;Acme&gt; &amp; Sons</dd>");
  const again = await fetch(link.url);
  expect([again.status, await again.text()]).toEqual([410, expect.stringContaining("This link has expired")]);
});

test("a link expires, and so does one to an account that has left", async () => {
  const { simulator, stripe } = await overHttp();
  const id = await submitted(stripe, simulator, "express");
  const late = await stripe.accounts.createLoginLink(id);
  await simulator.clock.advance("5m");
  expect((await fetch(late.url)).status).toBe(410);
  const left = await stripe.accounts.createLoginLink(id);
  await simulator.removeAccount(id);
  expect((await fetch(left.url)).status).toBe(410);
  expect((await fetch(left.url, { method: "POST" })).status).toBe(405);
});
