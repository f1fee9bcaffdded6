// @vitest-environment node
import { expect, onTestFinished, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";
import type { ClientRequest } from "./clientFormats.js";
import { CLIENT_REQUESTS } from "./clientRequests.js";
import { clientOf, PARAMS } from "./stripeClient.js";

/** A simulator with one account, for which the platform is liable, and the request as it is sent there. */
async function setUp({ headers, path, body, answer }: ClientRequest) {
  const simulator = createStripeSimulator({ onIgnored: () => {} });
  onTestFinished(() => simulator.close());
  const controller = {
    stripe_dashboard: { type: "none" },
    losses: { payments: "application" },
    fees: { payer: "application" },
    requirement_collection: "application",
  } as const;
  const { id } = await clientOf(simulator).accounts.create({ ...PARAMS, controller });
  const fill = (text: string) =>
    text
      .replaceAll("{account}", id)
      .replaceAll("{key}", simulator.secretKey)
      .replaceAll("{basic}", btoa(`${simulator.secretKey}:`));
  return {
    simulator,
    path: fill(path),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    body: body === undefined ? undefined : fill(body),
    answer: JSON.parse(fill(JSON.stringify(answer))) as object,
  };
}

test("each client is recorded", () => {
  const clients = [...new Set(CLIENT_REQUESTS.map(({ client }) => client))];
  expect(clients).toEqual(["stripe-ruby", "stripe-php", "stripe-python", "Stripe's CLI", "curl"]);
});

test.each(CLIENT_REQUESTS.map((request) => [request.client, request.what, request] as const))(
  "ST-4 %s: %s",
  async (_client, _what, request) => {
    const { simulator, path, headers, body, answer } = await setUp(request);
    const { url, close } = await listenSimulator(simulator);
    onTestFinished(close);
    const { method, status } = request;
    const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
    expect(await response.json()).toMatchObject(answer);
    expect(response.status).toBe(status);
  },
);
