import { execFile, spawn } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/freePort.js";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const next = join(root, "node_modules/.bin/next");
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };

export interface NextServer {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string;
  /** What it has written so far. */
  printed(): string;
  /** Sends a signal to the command alone; resolves to its exit code. */
  signal(name: NodeJS.Signals): Promise<number | null>;
  /** Ends it, and what it started. */
  kill(): Promise<void>;
}

/** Puts the built package where the app finds it by its name. */
export async function installPackage(app: string): Promise<void> {
  const installed = join(app, "node_modules/react-stripe-connection");
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed, { recursive: true });
  for (const part of ["dist", "package.json"]) await cp(join(root, part), join(installed, part), { recursive: true });
}

export async function buildNext(app: string): Promise<void> {
  await promisify(execFile)(next, ["build"], { cwd: app, env: { ...env, NODE_ENV: "production" } });
}

export async function startNext(
  command: "start" | "dev",
  app: string,
  settings: Record<string, string>,
): Promise<NextServer> {
  const NODE_ENV = command === "start" ? "production" : "development";
  const port = await freePort();
  const server = spawn(next, [command, "-H", "127.0.0.1", "-p", String(port)], {
    cwd: app,
    env: { ...env, NODE_ENV, PAGE_ORIGIN: `http://127.0.0.1:${port}`, ...settings },
    // A group of its own, so that what it starts ends with it.
    detached: true,
  });
  let printed = "";
  const gone = new Promise<number | null>((resolve) => server.once("close", resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => {
        printed += String(chunk);
        const said = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
        if (said) resolve(said);
      });
    }
    void gone.then((code) => reject(new Error(`next ${command} ended with ${code}: ${printed}`)));
  });
  const kill = (target: number, name: NodeJS.Signals) => {
    if (server.exitCode === null && server.signalCode === null) process.kill(target, name);
    return gone;
  };
  const pid = server.pid ?? Number.NaN;
  return {
    origin,
    printed: () => printed,
    signal: (name) => kill(pid, name),
    kill: async () => void (await kill(-pid, "SIGKILL")),
  };
}
