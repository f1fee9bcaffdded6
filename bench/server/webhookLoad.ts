import { Agent, request } from "node:http";
import Stripe from "stripe";

export const SECRET = "whsec_ofTheBench";
const { webhooks } = new Stripe("sk_test_bench");
let events = 0;

export interface SignedEvent {
  body: string;
  signature: string;
}

/** An event about an account, of the size that Stripe's have, signed. */
export function eventAbout(account: Record<string, unknown>, id: string): SignedEvent {
  events += 1;
  const event = {
    id: `evt_bench_${process.pid}_${events}`,
    object: "event",
    account: id,
    api_version: "2026-10-28.endive",
    created: Math.floor(Date.now() / 1000),
    data: { object: { ...account, id } },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: "account.updated",
  };
  const body = JSON.stringify(event);
  return { body, signature: webhooks.generateTestHeaderString({ payload: body, secret: SECRET }) };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Delivers one. Resolves to the status. */
export function deliver(url: string, { body, signature }: SignedEvent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "stripe-signature": signature };
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sending.on("error", reject).end(body);
  });
}

/** So many at a time until all are answered. Events in a second. */
export async function deliverAll(url: string, list: readonly SignedEvent[], atOnce: number): Promise<number> {
  let next = 0;
  const began = performance.now();
  const worker = async () => {
    for (let event = list[next++]; event; event = list[next++]) {
      const status = await deliver(url, event);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (list.length * 1000) / (performance.now() - began);
}
