import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
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
  [["doctor"], 1, "Set STRIPE_TEST_SECRET_KEY"],
] as const)("%j ends with %d", async (args, code, says) => {
  const ran = await run(...args);
  expect([ran.code, ran.error]).toEqual([code, ""]);
  expect(ran.out).toContain(says);
});

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
