import { expect } from "vitest";
import type { BackEnd } from "./backEnd.js";

/** The first connect: Stripe makes the account, and none of its answers arrives. */
export async function connectWithoutAnswer({ simulator, post }: BackEnd): Promise<void> {
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await answer(request);
    if (request.method === "POST" && request.url.endsWith("/v1/accounts")) throw new TypeError("socket hang up");
    return response;
  };
  expect((await post("/connection")).status).toBe(503);
  simulator.fetch = answer;
  expect(simulator.accounts()).toHaveLength(1);
}
