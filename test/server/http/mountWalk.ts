import Stripe from "stripe";
import { expect } from "vitest";
import { openStream } from "../support/openStream.js";

export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

/** A handler that is mounted somewhere, as a page and as Stripe see it. */
export interface Mounted {
  url: string;
  get(path: string): Promise<Answered>;
  post(path: string, body?: object): Promise<Answered>;
  /** Signed as Stripe signs. */
  webhook(text: string, secret: string): Promise<Answered>;
}

const { webhooks } = new Stripe("sk_test_mounts");

export function mountedAt(url: string, headers: Record<string, string> = { authorization: "ada" }): Mounted {
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    if (!/json/.test(response.headers.get("content-type") ?? "")) throw new Error(`${response.status}: ${text}`);
    return { status: response.status, body: JSON.parse(text) as Answered["body"] };
  };
  const json = { "content-type": "application/json" };
  return {
    url,
    get: (path) => ask(path, { headers }),
    post: (path, body = {}) =>
      ask(path, {
        method: "POST",
        headers: { ...headers, ...json, origin: "https://app.example.com" },
        body: JSON.stringify(body),
      }),
    webhook: (payload, secret) =>
      ask("/webhooks", {
        method: "POST",
        headers: { ...json, "stripe-signature": webhooks.generateTestHeaderString({ payload, secret }) },
        body: payload,
      }),
  };
}

/** Connect, fill in the form, hear of it on an open page, disconnect. */
export async function walkThrough(at: Mounted, { complete }: { complete: (accountId: string) => Promise<void> }) {
  expect((await at.get("/connection")).body).toMatchObject({ protocol: 1, status: "not_connected" });
  const page = await openStream(at, "ada");
  expect(page.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect((await page.next()).status).toBe("not_connected");

  expect((await at.post("/connection")).body).toMatchObject({ status: "connecting" });
  const made = await page.until(({ account }) => account !== null);
  await complete(made.account?.id ?? "");
  await page.until(({ status }) => status === "connected");
  await page.close();

  expect((await at.post("/connection/account-session", { purpose: "onboarding" })).status).toBe(200);
  const { generation } = (await at.post("/connection/disconnect-preview")).body;
  expect((await at.post("/connection/disconnect", { generation: Number(generation) + 1 })).status).toBe(409);
  expect((await at.post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
  expect((await at.get("/nowhere")).status).toBe(404);
}
