import type Stripe from "stripe";

/** A webhook that came with the right signature. */
export interface Received {
  type: string;
  /** Of the connected account that it is about. */
  account: string | null;
}

export interface Inbox {
  readonly received: readonly Received[];
  /** Takes a webhook over HTTP. */
  take(request: Request): Promise<Response>;
}

export function createInbox(stripe: Stripe, secret: string): Inbox {
  const received: Received[] = [];
  return {
    received,
    async take(request) {
      const body = await request.text();
      const header = request.headers.get("stripe-signature") ?? "";
      try {
        const { type, account } = await stripe.webhooks.constructEventAsync(body, header, secret);
        received.push({ type, account: account ?? null });
        return new Response(null, { status: 200 });
      } catch {
        return new Response("The signature does not fit STRIPE_WEBHOOK_SECRET.\n", { status: 400 });
      }
    },
  };
}
