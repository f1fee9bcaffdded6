import { createStripeSimulator, type StripeSimulator } from "../../../src/simulator/index.js";
import {
  type ConnectionFact,
  type ConnectionHandler,
  type ConnectionStore,
  createConnectionHandler,
} from "react-stripe-connection/server";
import { BASE, SECRET } from "../support/backEnd.js";
import { accountEvent, ORIGIN, postRequest, webhookRequest } from "./scheduleRequests.js";
import type { Crash, Step } from "./scheduleSteps.js";
import { createLateStripe } from "../support/lateStripe.js";
import { mortalStore, type Mortal } from "../support/mortalStore.js";
import { differenceToStripe } from "../support/stripesTruth.js";

const CAN = { view: true, connect: true, update: true, disconnect: true };

/** A store that outlives its processes, and a way to let time pass in it. */
export interface Database {
  store: ConnectionStore;
  /** Leases run out, copies grow old. */
  age(): Promise<void>;
}

/** One tenant, its Stripe, the database, and a process that may die at any verb. */
export interface World {
  run(step: Step): Promise<void>;
  /** Everything works from now on: every event that was not taken is delivered until it is. */
  heal(): Promise<void>;
  /** Sweeps until nothing is left to do. */
  reconcile(): Promise<void>;
  /** What Stripe has, and what we say: the same, or the reason why not. */
  difference(): Promise<string | null>;
  /** Rules that were broken on the way. */
  broken: string[];
  close(): Promise<void>;
}

export async function createWorld(
  tenant: string,
  makeDatabase: (simulator: StripeSimulator) => Database,
): Promise<World> {
  const simulator = createStripeSimulator();
  const { store, age } = makeDatabase(simulator);
  const { stripe, reads, keepBack } = createLateStripe(simulator);
  const broken: string[] = [];
  const told: string[] = [];
  const expected = new Set<string>();
  /** Every event that Stripe ever made, and whether it was taken. */
  const events: { body: string; taken: boolean }[] = [];
  /** Events were lost for good: only a sweep, or somebody who looks, can know. */
  let isBlind = false;
  let crashes = 0;
  /** What a burst holds back until all of its events were heard: the rest between two reads, however slow the machine. */
  let burstOf: { unheard: number; rests: Set<() => void> } | null = null;
  let callbackFails = false;
  let mortal: Mortal;
  let handler: ConnectionHandler;

  const note = (fact: ConnectionFact) => {
    if (callbackFails) {
      callbackFails = false;
      throw new Error("the host's mailer is down");
    }
    told.push(fact.id);
  };
  const start = () => {
    mortal = mortalStore({ ...store, hear }, { broken, expected });
    handler = createConnectionHandler({
      stripe,
      store: mortal.store,
      authorize: () => ({ tenant, user: "ada", can: CAN }),
      webhookSecrets: [SECRET],
      mode: "test",
      publishableKey: simulator.publishableKey,
      basePath: BASE,
      publicUrl: ORIGIN,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      onConnected: note,
      onDisconnected: note,
      runtime: { now: () => simulator.clock.now(), after },
    });
  };
  const hear: ConnectionStore["hear"] = async (event) => {
    const heard = await store.hear(event);
    const burst = burstOf;
    if (burst !== null) {
      burst.unheard -= 1;
      if (burst.unheard === 0) setTimeout(() => burst.rests.forEach((run) => run()));
    }
    return heard;
  };
  /** The rest between two reads is next to nothing, but in a burst, where it counts. */
  const after = (ms: number, run: () => void) => {
    if (ms < 1_000 && burstOf !== null && burstOf.unheard > 0) {
      const { rests } = burstOf;
      rests.add(run);
      return () => void rests.delete(run);
    }
    const timer = setTimeout(run, ms < 1_000 ? 0 : ms);
    timer.unref();
    return () => clearTimeout(timer);
  };
  const restart = async () => {
    await handler.close();
    start();
  };

  simulator.deliverWebhooksTo(async (request) => {
    events.push({ body: await request.text(), taken: false });
    return new Response();
  }, SECRET);
  start();

  const read = () => store.read("test", { tenant });
  const post = (path: string, body: unknown) => handler.fetch(postRequest(path, body));
  const send = async (body: string) => (await handler.fetch(await webhookRequest(stripe, simulator, body))).status;
  const deliver = async (event: { body: string; taken: boolean } | undefined, times: number) => {
    if (!event) return;
    const statuses = await Promise.all(Array.from({ length: times }, () => send(event.body)));
    if (statuses.includes(200)) event.taken = true;
  };
  const arm = (crash: Crash | null) => {
    if (!crash) return;
    crashes += 1;
    if (crash.at === "stripe") simulator.fail({ on: crash.on, with: crash.fault, times: crash.times });
    else if (crash.at === "callback") callbackFails = true;
    else mortal.arm(crash);
  };
  const disarm = async () => {
    simulator.clearFaults();
    callbackFails = false;
    if (mortal.disarm()) await restart();
  };
  const burst = async () => {
    const row = await read();
    if (row?.state !== "linked") return;
    await restart();
    burstOf = { unheard: 30, rests: new Set() };
    const before = reads();
    const bodies = Array.from({ length: 30 }, (_, index) =>
      accountEvent(`evt_burst_${index}_${row.revision}_${tenant}`, row.accountId),
    );
    const statuses = await Promise.all(bodies.map(send));
    burstOf = null;
    if (!statuses.every((status) => status === 200)) broken.push(`a burst was answered ${statuses.join(" ")}`);
    const made = reads() - before;
    if (made > 2) broken.push(`a burst of 30 events made ${made} reads`);
  };

  const overtake = async ({ what }: Step & { kind: "overtake" }) => {
    const row = await read();
    if (row?.state !== "linked" || row.accountId === null) return;
    const { accountId } = row;
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const wasRead = new Promise<void>((resolve) => {
      keepBack(() => {
        resolve();
        return gate;
      });
    });
    const slow = handler;
    const looking = post("/connection/refresh", {});
    await Promise.race([wasRead, looking]);
    keepBack(null);
    start();
    const before = events.length;
    await simulator[what](accountId).catch(() => undefined);
    await simulator.idle();
    for (const event of events.slice(before)) await deliver(event, 1);
    letGo();
    await looking;
    await slow.close();
  };

  const perform = async (step: Step): Promise<void> => {
    const row = await read();
    switch (step.kind) {
      case "change":
        if (row?.accountId && row.state !== "disconnected") {
          await simulator[step.what](row.accountId).catch(() => undefined);
        }
        return simulator.idle();
      case "deliver":
        return deliver(events[step.which % Math.max(1, events.length)], step.times);
      case "overtake":
        return overtake(step);
      case "forget":
        for (const event of events) event.taken = true;
        isBlind = true;
        return;
      case "burst":
        return burst();
      case "connect":
        return void (await post("/connection", {}));
      case "disconnect":
        return void (await post("/connection/disconnect", { generation: row?.generation ?? 0 }));
      case "look":
        return void (await post("/connection/refresh", {}));
      case "reconcile":
        return void (await handler.reconcile().catch(() => undefined));
      case "wait":
        await simulator.clock.advance("3d");
        return age();
      default:
        return step satisfies never;
    }
  };

  const difference = async () => differenceToStripe(simulator, await read());

  return {
    broken,
    async run(step) {
      arm("crash" in step ? step.crash : null);
      await perform(step);
      await simulator.idle();
      await disarm();
    },

    async heal() {
      await disarm();
      await restart();
      for (let round = 0; round < 5; round += 1) {
        for (const event of events) if (!event.taken) await deliver(event, 1);
        await simulator.idle();
      }
      const lost = events.filter(({ taken }) => !taken).length;
      if (lost > 0) broken.push(`${lost} events are refused for ever`);
      // Nothing was lost: also without a sweep what is linked is as Stripe's last event told.
      const isLinked = !isBlind && (await read())?.state === "linked";
      const behind = isLinked ? await difference() : null;
      if (behind !== null) broken.push(`before any sweep ${behind}`);
    },

    async reconcile() {
      for (let round = 0; round < 4; round += 1) {
        await simulator.clock.advance("3d");
        await simulator.idle();
        await age();
        const { failed } = await handler.reconcile();
        if (failed > 0) broken.push("a sweep failed though all works");
      }
      await handler.close();
      start();
      const missing = [...expected].filter((id) => !told.includes(id));
      if (missing.length > 0) broken.push(`the host was never told of ${missing.join(", ")}`);
      if (crashes === 0 && new Set(told).size !== told.length) broken.push(`told twice: ${told.join(", ")}`);
    },

    difference,

    async close() {
      await handler.purgeTenant(tenant);
      await handler.close();
      await simulator.close();
    },
  };
}
