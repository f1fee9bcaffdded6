import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { listenSimulator } from "react-stripe-connection/simulator/node";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { freePort } from "../support/freePort.js";
import { eventually } from "../server/support/eventually.js";
import { SECRET } from "../server/support/backEnd.js";
import { mountedAt, walkThrough } from "../server/http/mountWalk.js";
import { installTarball } from "./installTarball.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that what it imports resolves as in a host.
const host = join(root, "node_modules/.cache/readme-server");
const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
const simulator = createStripeSimulator();
let listening: Awaited<ReturnType<typeof listenSimulator>>;

/** What README says is the host's own. */
const BEFORE = `
import express from "express";
const app = express();
const yourSession = async (_request: Request) => ({ orgId: "acme", userId: "ada", isAdmin: true });
`;

beforeAll(async () => {
  await rm(host, { recursive: true, force: true });
  await installTarball(host);
  const readme = await readFile(join(root, "README.md"), "utf8");
  const [, code = ""] = /On the server, ten statements[^]*?```ts\n([^]*?)```/.exec(readme) ?? [];
  await writeFile(join(host, "server.mts"), BEFORE + code);
  await admin.query(`create schema ${schema}`);
  listening = await listenSimulator(simulator);
});

afterAll(async () => {
  await simulator.close();
  await listening.close();
  await admin.query(`drop schema if exists ${schema} cascade`);
  await admin.end();
});

test("HO-8 SV-F6 README's statements run as they are printed: the whole way, pushed, and to its end with a page open", async () => {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), join(host, "server.mts")], {
    env: {
      PATH: process.env["PATH"],
      PORT: String(port),
      DATABASE_URL: `${inject("postgresUrl")}?options=${encodeURIComponent(`-c search_path=${schema}`)}`,
      STRIPE_TEST_SECRET_KEY: simulator.secretKey,
      STRIPE_TEST_PUBLISHABLE_KEY: simulator.publishableKey,
      STRIPE_TEST_WEBHOOK_SECRET: SECRET,
      STRIPE_API_URL: listening.url,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = `http://127.0.0.1:${port}/api/stripe/test`;
  const answered = eventually(() => fetch(`${url}/connection`));
  await Promise.race([answered, ended.then(() => Promise.reject(new Error(said)))]);
  simulator.deliverWebhooksTo(`${url}/webhooks`, SECRET);

  await walkThrough(mountedAt(url), {
    complete: async (id) => {
      await simulator.run("connected", id);
      await simulator.idle();
    },
  });
  const stream = await fetch(`${url}/connection/events`);
  child.kill("SIGTERM");
  expect(await stream.text()).toContain(": open");
  expect(await ended).toBe(0);
  expect(said).toBe("");
});
