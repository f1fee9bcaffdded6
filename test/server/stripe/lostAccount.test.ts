import { describe, expect, test } from "vitest";
import { type BackEnd, startBackEnd } from "../support/backEnd.js";

const made = (calls: string[]) => calls.filter((call) => call === "POST /v1/accounts").length;

/** Stripe makes the account, and nobody ever hears of it: neither by an answer nor by an event. */
async function lostAnswer({ simulator, post }: BackEnd) {
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isCreation = request.method === "POST" && request.url.endsWith("/v1/accounts");
    const response = await answer(request);
    if (isCreation) throw new TypeError("socket hang up");
    return response;
  };
  expect((await post("/connection")).body["code"]).toBe("stripe_unavailable");
  simulator.fetch = answer;
  expect(simulator.accounts()).toHaveLength(1);
  return simulator.accounts()[0]?.["id"];
}

/** What the next creation is answered, whatever is kept for its key. */
function answerOnce({ simulator }: BackEnd, status: number, type: string) {
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method !== "POST" || !request.url.endsWith("/v1/accounts")) return answer(request);
    simulator.fetch = answer;
    const body = JSON.stringify({ error: { type, message: "planted" } });
    return new Response(body, { status, headers: { "content-type": "application/json" } });
  };
}

describe("E9 a creation whose answer was lost, and Stripe has forgotten its key since", () => {
  test.each<[string, (backEnd: BackEnd) => Promise<unknown>]>([
    ["the next connect", ({ post }) => post("/connection")],
    ["reconcile", ({ handler }) => handler.reconcile()],
  ])("%s finds the account by its metadata, and makes no second one", async (_name, goOn) => {
    const backEnd = await startBackEnd({ webhooks: false });
    const { simulator, handler, calls, stripe } = backEnd;
    const id = await lostAnswer(backEnd);
    // Others are made after it, and it is not on the first page.
    for (let one = 0; one < 101; one += 1) {
      await stripe.accounts.create({ country: "US", metadata: { rsc_tenant: "another", rsc_claim: "another" } });
    }
    await simulator.clock.advance("2d");
    const before = made(calls);
    await goOn(backEnd);
    expect((await handler.getConnection("org_ada")).account).toMatchObject({ id });
    expect(made(calls)).toBe(before);
  });

  test("where there is none it is made", async () => {
    const { simulator, post } = await startBackEnd({ webhooks: false });
    simulator.fail({ on: "accounts.create", with: "reset", times: 3 });
    await post("/connection");
    await simulator.clock.advance("2d");
    expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
    expect(simulator.accounts()).toHaveLength(1);
  });

  test("where it can't be looked for nothing is made, and the fix is told", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const { simulator, post, calls } = backEnd;
    const id = await lostAnswer(backEnd);
    await simulator.clock.advance("2d");
    simulator.fail({ on: "accounts.list", with: { status: 403, message: "planted" }, times: 2 });
    for (let turn = 0; turn < 2; turn += 1) {
      const refused = await post("/connection");
      expect([refused.status, refused.body["code"]]).toEqual([503, "platform_not_ready"]);
      expect(refused.body["title"]).toMatch(/may not list accounts.*widen the key/);
    }
    const before = made(calls);
    expect((await post("/connection")).body["account"]).toMatchObject({ id });
    expect(made(calls)).toBe(before);
  });
});

test("E9 a key that is refused later proves nothing about the account that was made before", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { simulator, post } = backEnd;
  const id = await lostAnswer(backEnd);
  answerOnce(backEnd, 401, "invalid_request_error");
  expect((await post("/connection")).body["code"]).toBe("platform_not_ready");
  expect((await post("/connection")).body["account"]).toMatchObject({ id });
  expect(simulator.accounts()).toHaveLength(1);
});

test("E12 where Stripe knows the key with other parameters, what they made is looked for first", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { simulator, post } = backEnd;
  const id = await lostAnswer(backEnd);
  answerOnce(backEnd, 400, "idempotency_error");
  expect((await post("/connection")).body["account"]).toMatchObject({ id });
  expect(simulator.accounts()).toHaveLength(1);
});
