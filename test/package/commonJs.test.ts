import { execFile, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { installTarball } from "./installTarball.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const mounts = join(root, "test/mounts");
const bin = (name: string) => join(root, "node_modules/.bin", name);

/** Jest sets this itself where it is not set, and Vitest has set it. */
const env = { ...process.env, NODE_ENV: "test" };

describe("HO-2 servers in CommonJS, as their generators make them", () => {
  const app = join(mounts, "commonjs");

  beforeAll(async () => {
    await installTarball(app);
    await rm(join(app, "dist"), { recursive: true, force: true });
    // Rejects with what the compiler says.
    await run(bin("tsc"), ["-p", app]);
  });

  test.each(["express", "nest"])("%s answers with the connection", async (server) => {
    const child = spawn(process.execPath, [join(app, "dist", `${server}.js`)], { stdio: ["ignore", "pipe", "pipe"] });
    onTestFinished(() => void child.kill());
    let complaints = "";
    child.stderr.on("data", (chunk) => (complaints += String(chunk)));
    const { port } = await new Promise<{ port: number }>((resolve, reject) => {
      child.stdout.once("data", (line) => resolve(JSON.parse(String(line)) as { port: number }));
      child.once("close", () => reject(new Error(complaints)));
    });
    const response = await fetch(`http://127.0.0.1:${port}/api/stripe/test/connection`);
    expect(await response.json()).toMatchObject({ protocol: 1, status: "not_connected" });
    expect(complaints).toBe("");
  });
});

describe("HO-2 Jest", () => {
  const app = join(mounts, "jest");

  test("runs a host's tests with one line of configuration, the one that README shows", async () => {
    await installTarball(app);
    // Its report is on standard error. It exits with an error where a test fails.
    const { stderr } = await run(bin("jest"), ["--ci", "--testTimeout=60000"], { cwd: app, env });
    expect(stderr).toContain("Tests:       3 passed, 3 total");

    const [line = "nothing"] = /^ *transformIgnorePatterns.*$/m.exec(await text("jest/jest.config.js")) ?? [];
    expect(readme).toContain(line.trim());
  });

  test("HO-4 runs what README shows for a page and for its test", async () => {
    const [page = "nothing"] = /^export const BillingSettings.*$/m.exec(readme) ?? [];
    expect(await text("jest/BillingSettings.jsx")).toContain(page);
    const [, shown = ""] = /## Test your page[^]*?```tsx\n([^]*?)```/.exec(readme) ?? [];
    const lines = shown.split("\n").filter((line) => line !== "");
    expect(lines.length).toBeGreaterThan(4);
    const tests = (await text("jest/billing.test.jsx")).split("\n").map((line) => line.trim());
    expect(lines.filter((line) => !tests.includes(line.trim()))).toEqual([]);
  });
});

const text = (file: string) => readFile(join(mounts, file), "utf8");
const readme = await readFile(join(root, "README.md"), "utf8");
