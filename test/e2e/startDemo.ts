import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/freePort.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** No key and no database of the person who runs the tests. */
const NOTHING_SET = Object.fromEntries(
  ["STRIPE_TEST", "STRIPE_LIVE"]
    .flatMap((mode) => ["SECRET_KEY", "PUBLISHABLE_KEY", "WEBHOOK_SECRET"].map((key) => `${mode}_${key}`))
    .concat("DATABASE_URL")
    .map((name) => [name, ""]),
);

export interface Demo {
  readonly origin: string;
  readonly dataDir: string;
  /** As a power cut would: nothing is closed or flushed. */
  kill(): Promise<void>;
  /** Again on the same port and data. */
  restart(): Promise<void>;
  /** Ends it in good order and removes its data. */
  stop(): Promise<void>;
}

/** `npm start` on a free port and an empty folder. */
export async function startDemo(): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), "acme-demo-"));
  let running = await run({ PORT: String(await freePort()), DATA_DIR: dataDir });
  const { origin } = running;
  return {
    origin,
    dataDir,
    kill: () => end(running.child, "SIGKILL"),
    async restart() {
      running = await run({ PORT: new URL(origin).port, DATA_DIR: dataDir });
    },
    async stop() {
      await end(running.child, "SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** For starts that have to fail: what was printed, and the exit code. */
export async function runToItsEnd(environment: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const child = start(environment);
  const output = listenTo(child);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, text: output.text };
}

function start(environment: Record<string, string>): ChildProcess {
  // A group of its own, so that the signal reaches npm and what npm started.
  return spawn("npm", ["start"], {
    cwd: root,
    detached: true,
    env: { ...process.env, NODE_ENV: "development", ...NOTHING_SET, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function listenTo(child: ChildProcess): { text: string } {
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output.text += String(chunk)));
  return output;
}

function run(environment: Record<string, string>): Promise<{ child: ChildProcess; origin: string }> {
  const child = start(environment);
  const output = listenTo(child);
  return new Promise((resolve, reject) => {
    child.once("close", (code) => reject(new Error(`npm start ended with ${code}:\n${output.text}`)));
    child.stdout?.on("data", () => {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0];
      if (origin) resolve({ child, origin });
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("close", () => resolve());
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  });
}
