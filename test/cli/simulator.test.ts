import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { createMemoryStore } from "react-stripe-connection/simulator";
import { nodeListener } from "react-stripe-connection/node";
import { createConnectionHandler, stripeApi } from "react-stripe-connection/server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { runCli } from "../../src/cli/runCli.js";
import { rawRequest } from "../support/rawRequest.js";
import { testIo } from "./io.js";

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rsc-simulator-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

interface Running {
  lines: string[];
  /** What is printed to be pasted, by name. */
  env: Record<string, string>;
  stripe: Stripe;
  /** As Ctrl+C; resolves to the exit code. */
  stop: () => Promise<number>;
}

/** The command, as soon as it says how it is stopped. */
async function start(...args: string[]): Promise<Running> {
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  const io = testIo({ untilStopped: () => interrupted });
  const ended = runCli(["simulator", ...args], io);
  const stop = () => {
    interrupt();
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  const failed = ended.then(() => {
    throw new Error(io.lines.join("\n"));
  });
  failed.catch(() => {});
  await Promise.race([failed, vi.waitFor(() => expect(io.lines).toContain("Press Ctrl+C to stop."), 20_000)]);
  const env = Object.fromEntries(
    io.lines.filter((line) => /^\w+=/.test(line)).map((line) => [line.split("=")[0], line.replace(/^\w+=/, "")]),
  ) as Record<string, string>;
  return {
    lines: io.lines,
    env,
    stripe: new Stripe(env["STRIPE_TEST_SECRET_KEY"] ?? "", stripeApi(env["STRIPE_API_URL"])),
    stop,
  };
}

async function listen(listener: RequestListener, port = 0): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const account = { country: "DE", controller: { stripe_dashboard: { type: "none" } } } as const;

describe("HO-9 the simulator's command", () => {
  test("prints what a server and a page need, and plays Stripe there", async () => {
    const journal = join(await emptyFolder(), "new/stripe.jsonl");
    const { lines, env, stripe, stop } = await start("--port", "0", "--journal", journal);
    const url = env["STRIPE_API_URL"];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(env).toEqual({
      STRIPE_TEST_SECRET_KEY: "sk_test_simulated",
      STRIPE_TEST_PUBLISHABLE_KEY: "pk_test_simulated",
      STRIPE_TEST_WEBHOOK_SECRET: "whsec_simulated",
      STRIPE_API_URL: url,
      NEXT_PUBLIC_CONNECT_JS_URL: `${url}/connect.js?api=${url}`,
      VITE_CONNECT_JS_URL: `${url}/connect.js?api=${url}`,
    });
    expect(lines.join("\n")).toContain("No webhooks are sent: pass --forward");
    expect(await (await fetch(env["VITE_CONNECT_JS_URL"] ?? "")).text()).toContain("window.StripeConnect");
    const { id } = await stripe.accounts.create(account);
    expect(await readFile(journal, "utf8")).toContain(id);

    expect(await stop()).toBe(0);
    await expect(fetch(url ?? "")).rejects.toThrow("fetch failed");
    const again = await start("--port", "0", "--journal", journal);
    expect((await again.stripe.accounts.retrieve(id)).id).toBe(id);
  });

  test("ST-3 names the parameters that nothing follows from", async () => {
    const { lines, stripe } = await start("--port", "0", "--journal", join(await emptyFolder(), "stripe.jsonl"));
    await stripe.accounts.create({ ...account, tos_acceptance: { service_agreement: "recipient" } });
    expect(lines.at(-1)).toBe(
      "accounts.create: accepted, and nothing follows from tos_acceptance. What is played: docs/simulator.md",
    );
  });

  test("AT-F7 answers to the names of --allowed-host, and to no other site's", async () => {
    const args = "--port 0 --allowed-host host.docker.internal --allowed-host stripe.test".split(" ");
    const { env } = await start(...args, "--journal", join(await emptyFolder(), "stripe.jsonl"));
    const statusFor = async (host: string) => {
      const headers = { host, authorization: `Bearer ${env["STRIPE_TEST_SECRET_KEY"]}` };
      return (await rawRequest(env["STRIPE_API_URL"] ?? "", { target: "/v1/accounts", headers })).status;
    };
    expect(await statusFor("host.docker.internal:4244")).toBe(200);
    expect(await statusFor("stripe.test")).toBe(200);
    expect(await statusFor("evil.example")).toBe(403);
  });

  test("tells of each webhook what a handler answered", async () => {
    const folder = await emptyFolder();
    const mounted: { listener: (...exchange: Parameters<RequestListener>) => unknown } = {
      listener: (_request, response) => response.end(),
    };
    const origin = await listen((request, response) => void mounted.listener(request, response));
    const forward = `${origin}/api/stripe/test/webhooks`;
    const { lines, env, stripe } = await start(
      "--port",
      "0",
      "--journal",
      join(folder, "a.jsonl"),
      "--forward",
      forward,
    );
    const handler = createConnectionHandler({
      stripe,
      store: createMemoryStore(),
      mode: "test",
      publishableKey: env["STRIPE_TEST_PUBLISHABLE_KEY"] ?? "",
      webhookSecrets: [env["STRIPE_TEST_WEBHOOK_SECRET"] ?? ""],
      basePath: "/api/stripe/test",
      publicUrl: origin,
      authorize: () => ({
        tenant: "acme",
        user: "ada",
        can: { view: true, connect: true, update: true, disconnect: true },
      }),
    });
    onTestFinished(() => handler.close());
    mounted.listener = nodeListener(handler);
    const { id } = await stripe.accounts.create(account);
    await vi.waitFor(() => expect(lines.at(-1)).toMatch(/^\d\d:\d\d:\d\d {2}\w+(\.\w+)+ acct_\w+ → 200$/), 20_000);
    expect(lines.filter((line) => line.includes("→")).every((line) => line.includes(id))).toBe(true);
  });

  test("tells the reason of a refusal once, and sends the event until it is taken", async () => {
    const answers: [number, string, string][] = [
      [400, "application/problem+json", '{"title":"the body was read"}'],
      [400, "application/problem+json", '{"title":"the body was read"}'],
      [500, "text/html", "<h1>Oops</h1>"],
      [502, "application/problem+json", "{"],
    ];
    let asked = 0;
    const forward = await listen((request, response) => {
      asked += 1;
      request.resume();
      const [status, type, body] = answers.shift() ?? [204, "text/plain", ""];
      response.writeHead(status, { "content-type": type }).end(body);
    });
    const journal = join(await emptyFolder(), "a.jsonl");
    const { lines, stripe, stop } = await start("--port", "0", "--journal", journal, "--forward", forward);
    const wanted = ["400 (the body was read)", "500", "502"].map(
      (why) => `${why}. It is sent again until your server takes it.`,
    );
    await stripe.accounts.create(account);
    const outcomes = () => lines.flatMap((line) => line.split(" → ")[1] ?? []);
    await vi.waitFor(() => expect(outcomes()).toEqual([...wanted, "204"]), 30_000);
    expect(asked).toBe(5);
    expect(await stop()).toBe(0);
  });

  test("does not lose what happens before the server runs, nor what is still unanswered when it is stopped", async () => {
    const port = await freePort();
    const forward = `http://127.0.0.1:${port}/webhooks`;
    const args = ["--port", "0", "--journal", join(await emptyFolder(), "a.jsonl"), "--forward", forward];
    const first = await start(...args);
    const { id } = await first.stripe.accounts.create(account);
    await vi.waitFor(
      () =>
        expect(first.lines.at(-1)).toContain(`${id} → no answer (ECONNREFUSED): is your server running at ${forward}?`),
      20_000,
    );
    expect(await first.stop()).toBe(0);

    const received: string[] = [];
    await listen((request, response) => {
      request.on("data", (chunk) => received.push(String(chunk)));
      request.on("end", () => response.end());
    }, port);
    const second = await start(...args);
    await vi.waitFor(() => expect(second.lines.at(-1)).toMatch(new RegExp(`${id} → 200$`)), 20_000);
    expect(received.join("")).toContain(id);
  });

  test("a server that hangs does not keep it from ending", async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const forward = await listen(() => arrived());
    const journal = join(await emptyFolder(), "a.jsonl");
    const { lines, stripe, stop } = await start("--port", "0", "--journal", journal, "--forward", forward);
    await stripe.accounts.create(account);
    await arrival;
    expect(await stop()).toBe(0);
    expect(lines.at(-1)).toBe("");
  });

  test("a port that is taken is told with the fix, and the other simulator's journal is left alone", async () => {
    const journal = join(await emptyFolder(), "a.jsonl");
    const { env, stripe } = await start("--port", "0", "--journal", journal);
    const { port } = new URL(env["STRIPE_API_URL"] ?? "");
    // Often, so that a journal that is opened too early has been rewritten before the last one ends.
    for (let times = 0; times < 20; times += 1) {
      const io = testIo();
      expect(await runCli(["simulator", "--port", port, "--journal", journal], io)).toBe(1);
      expect(io.lines).toEqual([
        expect.stringMatching(new RegExp(`port ${port} of 127\\.0\\.0\\.1 is in use.*--port ${Number(port) + 1}`)),
      ]);
    }
    const { id } = await stripe.accounts.create(account);
    expect(await readFile(journal, "utf8")).toContain(id);
  });

  test.each(["production", "Production"])("AT-P7 is refused under NODE_ENV=%s", async (environment) => {
    const io = testIo({ env: { NODE_ENV: environment } });
    expect(await runCli(["simulator", "--port", "0"], io)).toBe(1);
    expect(io.lines.join()).toMatch(/does not start under NODE_ENV=production.*Use Stripe's keys there/);
  });

  test("a journal that can't be used is told by its name", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "file"), "");
    await writeFile(join(folder, "damaged"), "[\nx\n");
    const failing = async (journal: string) => {
      const io = testIo();
      const code = await runCli(["simulator", "--port", "0", "--journal", join(folder, journal)], io);
      return [code, io.lines.join("\n")];
    };
    expect(await failing("file/a.jsonl")).toEqual([
      1,
      expect.stringMatching(/journal .*file\/a\.jsonl can't be used \(E\w+\)\. Pass another file as --journal\.$/),
    ]);
    expect(await failing("damaged")).toEqual([
      1,
      expect.stringMatching(/line 1 of the simulator's journal is damaged/),
    ]);
  });
});
