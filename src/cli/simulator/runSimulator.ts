import { createStripeSimulator } from "../../simulator/createStripeSimulator.js";
import type { Duration } from "../../simulator/clock.js";
import { isProduction } from "../../simulator/refuseInProduction.js";
import { fileJournal, listenSimulator, type ListeningSimulator } from "../../simulator/listen.js";
import type { StripeSimulator } from "../../simulator/stripeSimulator.js";
import type { Io } from "../report.js";
import { environmentBlock, WEBHOOK_SECRET } from "./environmentBlock.js";
import { forwardWebhooks } from "./forwardWebhooks.js";

export interface SimulatorCommandOptions {
  /** 0: a free one. */
  port: number;
  /** The address of the host's webhooks. Default: no webhook is sent. */
  forward?: string | undefined;
  /** The file that keeps accounts and undelivered webhooks over a restart. */
  journal: string;
  /** Names that it answers to besides those of the loopback. */
  allowedHosts: readonly string[];
}

/** A server may be started long after its first event: often at first, then for three days as Stripe does. */
const RETRY_DELAYS: Duration[] = [
  ...Array<Duration>(5).fill("1s"),
  ...Array<Duration>(60).fill("5s"),
  ...Array<Duration>(55).fill("1m"),
  ...Array<Duration>(71).fill("1h"),
];

/** Plays Stripe until it is stopped. Resolves to the exit code: 1 where it could not start. */
export async function runSimulator(
  { port, forward, journal, allowedHosts }: SimulatorCommandOptions,
  io: Io,
): Promise<number> {
  const say = (text: string) => io.print(`react-stripe-connection: ${text}`);
  if (isProduction(io.env["NODE_ENV"])) {
    say(
      "the simulator does not start under NODE_ENV=production, because no payment would ever arrive. " +
        "Use Stripe's keys there, or unset NODE_ENV for this command.",
    );
    return 1;
  }
  const stopped = io.untilStopped();
  let holdsPort = () => {};
  const portHeld = new Promise<void>((resolve) => (holdsPort = resolve));
  const file = fileJournal(journal);
  const simulator = createStripeSimulator({
    clock: "real",
    webhookRetryDelays: RETRY_DELAYS,
    onIgnored: ({ operation, params }) =>
      io.print(
        `${operation}: accepted, and nothing follows from ${params.join(", ")}. What is played: docs/simulator.md`,
      ),
    // Opening the journal rewrites it, so it waits until no other simulator can have this port.
    journal: { ...file, load: () => portHeld.then(file.load) },
  });
  let listening: ListeningSimulator | null = null;
  let isStopping = false;
  try {
    listening = await listenSimulator(simulator, { port, allowedHosts });
    holdsPort();
    await simulator.ready;
    if (forward !== undefined) {
      simulator.deliverWebhooksTo(
        forwardWebhooks(forward, io, () => isStopping),
        WEBHOOK_SECRET,
        { url: forward },
      );
    }
    for (const line of introduction(listening, simulator, { forward, journal })) io.print(line);
    await stopped;
    isStopping = true;
    return 0;
  } catch (thrown) {
    say(startFailure(thrown, { port, journal }));
    return 1;
  } finally {
    await listening?.close();
    await simulator.close();
  }
}

function introduction(
  listening: ListeningSimulator,
  simulator: StripeSimulator,
  { forward, journal }: Pick<SimulatorCommandOptions, "forward" | "journal">,
): string[] {
  return [
    `The simulator of Stripe listens on ${listening.url}. ${journal} keeps its accounts over a restart.`,
    "",
    ...environmentBlock(listening, simulator),
    "",
    forward === undefined
      ? "No webhooks are sent: pass --forward with your server's address, such as http://127.0.0.1:3000/api/stripe/test/webhooks."
      : `Webhooks are sent to ${forward}.`,
    "Press Ctrl+C to stop.",
    "",
  ];
}

function startFailure(thrown: unknown, { port, journal }: { port: number; journal: string }): string {
  if (!(thrown instanceof Error)) return `the simulator could not start: ${String(thrown)}`;
  const code: unknown = Reflect.get(thrown, "code");
  if (code === "EADDRINUSE") {
    return (
      `port ${port} of 127.0.0.1 is in use, perhaps by another simulator. Stop that process, ` +
      `or pass another port, such as --port ${port + 1}, and put the new addresses into your environment.`
    );
  }
  if (Reflect.get(thrown, "syscall") === "listen")
    return `port ${port} can't be used (${String(code)}). Pass another --port.`;
  if (typeof code === "string")
    return `the journal ${journal} can't be used (${code}). Pass another file as --journal.`;
  return thrown.message.replace(/^react-stripe-connection: /, "");
}
