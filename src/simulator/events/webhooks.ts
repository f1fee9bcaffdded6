import { type Duration, milliseconds, seconds, type TimeKeeper } from "../clock.js";
import { createEndpoint, type Endpoint, type EndpointOptions, type EndpointTarget, hears } from "./endpoints.js";
import type { EventLog } from "./eventLog.js";
import type { Records } from "../records.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Scheduler } from "../scheduler.js";
import { signatureHeader } from "./signature.js";
import { notification } from "../v2/thinEvents.js";

/** One attempt to deliver one event. */
export interface Attempt {
  /** `evt_…`. */
  event: string;
  /** Such as `account.updated`. */
  type: string;
  /** `acct_…`. */
  account: string;
  /** `we_…`. */
  endpoint: string;
  /** From 1. */
  attempt: number;
  /** What the endpoint answered; null where no answer came. */
  status: number | null;
}

/** How held events are let go. */
export interface ReleaseOptions {
  /** `reversed`: the newest first. Default `in order`. */
  order?: "in order" | "reversed";
  /** Deliver each event this many times. Default 1. */
  times?: number;
}

interface Delivery {
  id: string;
  endpoint: string;
  event: string;
  type: string;
  account: string;
  body: string;
  attempts: number;
  held: boolean;
}

export interface Webhooks {
  /** The result takes the endpoint away again. */
  register(target: EndpointTarget, secret: string, options?: EndpointOptions): () => void;
  /** In the order in which they were registered. */
  endpoints(): Endpoint[];
  send(event: Rendered): void;
  hold(): void;
  release(options?: ReleaseOptions): void;
  attempts(): Attempt[];
  close(): void;
}

/** How long an endpoint may take, of real time. */
const ANSWER_WITHIN_MS = 20_000;
const KEPT_ATTEMPTS = 1000;

function accountOf(event: Rendered): string {
  const related = event["related_object"] as { url: string } | undefined;
  return /acct_\w+/.exec(related?.url ?? String(event["account"]))?.[0] ?? "";
}

export function createWebhooks(about: {
  records: Records;
  log: EventLog;
  scheduler: Scheduler;
  time: TimeKeeper;
  wall: () => number;
  retryDelays: Duration[];
  random: (length: number) => string;
}): Webhooks {
  const { records, scheduler, time } = about;
  const deliveries = records.table<Delivery>("deliveries");
  const switches = records.table<boolean>("switches");
  const endpoints = new Map<string, Endpoint>();
  const attempts: Attempt[] = [];
  const underWay = new Set<AbortController>();
  /** Requests leave in the order in which they fell due, however long each takes to sign. */
  let departed: Promise<unknown> = Promise.resolve();
  let registered = 0;
  let closed = false;

  const schedule = (delivery: Delivery, at: number) =>
    scheduler.add({ id: `deliver/${delivery.id}`, at, kind: "deliver", subject: delivery.id });

  async function signed(delivery: Delivery, endpoint: Endpoint, signal: AbortSignal): Promise<Request> {
    return new Request(endpoint.url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": await signatureHeader(delivery.body, endpoint.secret, seconds(endpoint.now())),
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body: delivery.body,
      redirect: "manual",
      signal,
    });
  }

  async function attempt(delivery: Delivery, endpoint: Endpoint): Promise<number | null> {
    const overdue = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    underWay.add(overdue);
    // The next one waits until this one has left, not until it is answered.
    const left = departed.then(async () => {
      // From now, not from when it was queued: else, of many at once, the last would be given up before they leave.
      timer = setTimeout(() => overdue.abort(), ANSWER_WITHIN_MS);
      const request = await signed(delivery, endpoint, overdue.signal);
      return { answer: endpoint.send(request) };
    });
    departed = Promise.allSettled([left]);
    try {
      const { answer } = await left;
      const response = await answer;
      await response.body?.cancel();
      return response.status;
    } catch {
      // No answer is an answer too: it is in `attempts()` as null, and is tried again.
      return null;
    } finally {
      clearTimeout(timer);
      underWay.delete(overdue);
    }
  }

  scheduler.handle("deliver", async ({ subject }) => {
    const delivery = deliveries.get(subject);
    if (!delivery || delivery.held) return;
    const endpoint = endpoints.get(delivery.endpoint);
    // After a restart the endpoint may not be registered yet: `register` takes it up.
    if (!endpoint) return;
    const status = await attempt(delivery, endpoint);
    if (closed) return;
    delivery.attempts += 1;
    const { event, type, account } = delivery;
    attempts.push({ event, type, account, endpoint: delivery.endpoint, attempt: delivery.attempts, status });
    attempts.splice(0, attempts.length - KEPT_ATTEMPTS);
    const delay = about.retryDelays[delivery.attempts - 1];
    if ((status !== null && status >= 200 && status < 300) || delay === undefined) deliveries.remove(delivery.id);
    else {
      deliveries.put(delivery.id, delivery);
      schedule(delivery, time.now() + milliseconds(delay));
    }
  });

  function queue(endpoint: string, event: Rendered, body: string): void {
    const delivery: Delivery = {
      id: about.random(16),
      endpoint,
      event: String(event["id"]),
      type: String(event["type"]),
      account: accountOf(event),
      body,
      attempts: 0,
      held: switches.get("hold") ?? false,
    };
    deliveries.put(delivery.id, delivery);
    if (!delivery.held) schedule(delivery, time.now());
  }

  return {
    register(target, secret, options = {}) {
      const created = seconds(time.now());
      const endpoint = createEndpoint(target, secret, options, {
        id: options.id ?? `we_${(registered += 1)}`,
        now: about.wall,
        created,
      });
      const { id } = endpoint;
      endpoints.set(id, endpoint);
      for (const delivery of deliveries.values()) {
        if (delivery.endpoint === id && !delivery.held) schedule(delivery, time.now());
      }
      scheduler.wake();
      return () => void endpoints.delete(id);
    },
    endpoints: () => [...endpoints.values()],
    send(event) {
      about.log.add(event);
      const body = JSON.stringify(event["object"] === "v2.core.event" ? notification(event) : event, null, 2);
      for (const endpoint of endpoints.values()) if (hears(endpoint, event)) queue(endpoint.id, event, body);
    },
    hold: () => switches.put("hold", true),
    release({ order = "in order", times = 1 } = {}) {
      switches.put("hold", false);
      const held = deliveries.values().filter((delivery) => delivery.held);
      if (order === "reversed") held.reverse();
      for (const delivery of held) {
        for (let copy = 0; copy < times; copy += 1) {
          const sent = { ...delivery, held: false, id: copy === 0 ? delivery.id : about.random(16) };
          deliveries.put(sent.id, sent);
          schedule(sent, time.now());
        }
      }
    },
    attempts: () => [...attempts],
    close() {
      closed = true;
      for (const attempted of underWay) attempted.abort();
    },
  };
}
