import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpAdapter, type StripeConnectionAdapter } from "react-stripe-connection/headless";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { createConnectionHandler, nodeListener, stripeApi } from "react-stripe-connection/server";
import { createStripeSimulator } from "react-stripe-connection/simulator";
import { listenSimulator } from "react-stripe-connection/simulator/node";
import { adapterContract, type AdapterHarness } from "react-stripe-connection/testing";
import { validatingFetch } from "../support/openapi.js";

const BASE = "/api/stripe/test";
const ORIGIN = "https://app.example.com";
const SECRET = "whsec_contract";
const EXPRESS = {
  controller: { stripe_dashboard: { type: "express" } },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
} as const;

describe("the contract over HTTP: handler, Stripe's SDK, simulator, PGlite", () => {
  const db = new PGlite();
  // Its first start unpacks a whole PostgreSQL.
  beforeAll(() => db.waitReady);
  afterAll(() => db.close());

  /** `express`: accounts have the Express Dashboard, and the simulator listens, so that its links are http. */
  async function harness(express = false): Promise<AdapterHarness> {
    const simulator = createStripeSimulator();
    const checked = validatingFetch((request) => simulator.fetch(request));
    const listening = express ? await listenSimulator(simulator) : null;
    const handler = createConnectionHandler({
      stripe: new Stripe(
        simulator.secretKey,
        listening ? stripeApi(listening.url) : { httpClient: Stripe.createFetchHttpClient(checked) },
      ),
      ...(express ? { accountParams: () => EXPRESS } : {}),
      store: createPostgresStore({
        query: (text, params) => db.query(text, params),
        listen: (channel, onPayload) => db.listen(channel, onPayload),
      }),
      authorize: (request) => {
        const tenant = request.headers.get("authorization");
        return tenant ? { tenant, can: { view: true, connect: true, update: true, disconnect: true } } : null;
      },
      webhookSecrets: [SECRET],
      mode: "test",
      publishableKey: simulator.publishableKey,
      basePath: BASE,
      publicUrl: ORIGIN,
      sections: ["payouts", "documents"],
    });
    const listener = nodeListener(handler);
    const server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`;
    simulator.deliverWebhooksTo(`${url}/webhooks`, SECRET);
    // One database for all cases: each has a tenant of its own.
    const own = { authorization: `org_${randomUUID()}`, origin: ORIGIN };
    const other = { ...own, authorization: `org_${randomUUID()}` };
    let headers = own;
    return {
      adapter: httpAdapter({ url, headers: () => Promise.resolve(headers) }),
      another: httpAdapter({ url, headers: own }),
      signIn: (tenant) => {
        headers = tenant === "own" ? own : other;
      },
      control: {
        approve: (id) => simulator.run("connected", id),
        removeAccount: (id) => simulator.removeAccount(id),
        countAccounts: () => Promise.resolve(simulator.accounts().length),
      },
      close: async () => {
        await handler.close();
        await listening?.close();
        await simulator.close();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  test.each(adapterContract(() => harness()))("$name", ({ run }) => run());

  test("an Express dashboard is opened once the account is approved", async () => {
    const opened: string[] = [];
    const watched = async (): Promise<AdapterHarness> => {
      const own = await harness(true);
      const createDashboardLink: StripeConnectionAdapter["createDashboardLink"] = async (options) => {
        const link = await own.adapter.createDashboardLink?.(options);
        if (!link) throw new Error("httpAdapter has dashboards");
        opened.push(link.url);
        return link;
      };
      return { ...own, adapter: { ...own.adapter, createDashboardLink } };
    };
    const found = adapterContract(watched).find(({ name }) => name.startsWith("a dashboard is opened where"));
    await found?.run();
    expect(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/_express\/acct_/)]);
  });
});
