import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startBackEnd } from "../server/support/backEnd.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { bin, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
  bin: Record<string, string>;
  version: string;
};
const main = join(root, bin["react-stripe-connection"] ?? "");

/** The built command in plain Node, as `npx` starts it. */
function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env: { PATH: process.env["PATH"] } }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === "number" ? failure.code : 0, out, error });
    });
  });
}

test("the command is a script of Node's that says how it is used", async () => {
  expect(await readFile(main, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(await run("--help")).toMatchObject({ code: 0, error: "", out: expect.stringContaining("conformance <url>") });
  expect(await run("--version")).toEqual({ code: 0, error: "", out: `${version}\n` });
});

test.each([
  [[], 2, "Usage:"],
  [["dokter"], 2, 'there is no command "dokter"'],
  [["conformance"], 2, "give one address"],
  [["conformance", "app.example.com"], 2, "write http:// or https:// before it"],
  [["conformance", "http://127.0.0.1:1", "--header", "secret"], 2, 'a header is given as "name: value"'],
  [["conformance", "http://127.0.0.1:1", "--colour"], 2, "Unknown option '--colour'"],
  [["simulator", "--port", "http"], 2, `"http" can't be a port`],
  [["simulator", "--port", "65536"], 2, `"65536" can't be a port`],
  [["simulator", "--forward", "127.0.0.1:3000"], 2, "write http:// or https:// before it"],
  [["simulator", "--journal", ""], 2, "--journal needs the name of a file"],
  [["doctor"], 1, "Set STRIPE_TEST_SECRET_KEY"],
  [["sql"], 0, "create table rsc_connections ("],
] as const)("%j ends with %d", async (args, code, says) => {
  const ran = await run(...args);
  expect([ran.code, ran.error]).toEqual([code, ""]);
  expect(ran.out).toContain(says);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "HO-9 the simulator runs in a folder of the host's until %s",
  async (signal) => {
    const cwd = await mkdtemp(join(tmpdir(), "rsc-bin-"));
    onTestFinished(() => rm(cwd, { recursive: true }));
    const child = spawn(process.execPath, [main, "simulator", "--port", "0"], {
      cwd,
      env: { PATH: process.env["PATH"] },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", () => (printed.includes("Press Ctrl+C") ? resolve() : undefined));
      child.once("close", () => reject(new Error(printed)));
    });
    const [, url = ""] = /^STRIPE_API_URL=(.*)$/m.exec(printed) ?? [];
    expect((await fetch(`${url}/connect.js`)).status).toBe(200);
    const closed = once(child, "close");
    child.kill(signal);
    expect(await closed).toEqual([0, null]);
    expect(await readFile(join(cwd, ".data/stripe.jsonl"), "utf8")).toBe("");
  },
);

test("conformance asks over the network, and its exit code tells", async () => {
  const { url } = await startBackEnd();
  const args = ["conformance", url, "--header", "Authorization: ada", "--read-only", "--only", "E"];
  const right = await run(...args, "--origin", "https://app.example.com");
  expect([right.code, right.error]).toEqual([0, ""]);
  expect(right.out).toContain("ok       E5 what a form can send is refused with 415");
  expect(right.out).toMatch(/\n\d+ ok, 0 failed, \d+ not run\n$/);
  // Without the origin that is allowed nothing gets as far as it should.
  const wrong = await run(...args);
  expect([wrong.code, wrong.error]).toEqual([1, ""]);
  expect(wrong.out).toContain("FAILED   E5 what a form can send is refused with 415: text/plain is answered with 403");
});
