import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Io } from "../../src/cli/report.js";
import { testIo } from "../cli/io.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "dist/cli");

/** The built command in plain Node, without a terminal. */
function init(cwd: string, ...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    const command = [join(built, "main.js"), "init", ...args];
    execFile(process.execPath, command, { cwd, env: { PATH: process.env["PATH"] } }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === "number" ? failure.code : 0, out, error });
    });
  });
}

async function project(packages: readonly string[] | null, files: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rsc-init-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dependencies = Object.fromEntries((packages ?? []).map((name) => [name, "1.0.0"]));
  const manifest = packages === null ? {} : { "package.json": JSON.stringify({ dependencies }) };
  for (const [file, text] of Object.entries({ ...manifest, ...files })) {
    await mkdir(join(folder, file, ".."), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

/** Files with their texts, by path. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

const example = (name: string, file: string) => readFileSync(join(root, "examples", name, file), "utf8");

const VITE = { "server/stripe.ts": "server/stripe.ts", "src/BillingSettings.tsx": "src/BillingSettings.tsx" };
const PROJECTS: [example: string, packages: string[], files: Record<string, string>][] = [
  [
    "react-router",
    ["react-router", "@react-router/dev", "vite", "express"],
    {
      "app/stripe.server.ts": "app/stripe.server.ts",
      "app/routes/stripe.ts": "app/routes/stripe.ts",
      "app/routes/billing.tsx": "app/routes/billing.tsx",
    },
  ],
  [
    "next",
    ["next", "react"],
    {
      "src/lib/stripe-connection.ts": "lib/stripe-connection.ts",
      "src/app/api/stripe/test/[...path]/route.ts": "app/api/stripe/test/[...path]/route.ts",
      "src/app/settings/billing/page.tsx": "app/settings/billing/page.tsx",
    },
  ],
  [
    "tanstack-start",
    ["@tanstack/react-start", "vite"],
    {
      "src/stripe.server.ts": "src/stripe.server.ts",
      "src/routes/api/stripe/test/$.ts": "src/routes/api/stripe/test/$.ts",
      "src/routes/settings/billing.tsx": "src/routes/settings/billing.tsx",
    },
  ],
  ["vite-express", ["vite", "express"], VITE],
  ["vite-hono", ["vite", "hono"], VITE],
  ["fastify", ["vite", "fastify"], VITE],
];

describe("HO-6 HO-9 init", () => {
  test.each(PROJECTS)("writes the files of examples/%s", async (name, packages, files) => {
    const folder = await project(packages, { "src/index.css": "" });
    const before = contents(folder);
    const { code, out, error } = await init(folder, "--yes");
    expect([code, error]).toEqual([0, ""]);
    const wanted = Object.entries({ ...files, ".env.example": ".env.example" });
    expect(contents(folder)).toEqual({
      ...before,
      ...Object.fromEntries(wanted.map(([to, from]) => [to, example(name, from)])),
    });
    for (const [file] of wanted) expect(out).toContain(`  writes  ${file}\n`);
    expect(out).toContain(
      "npm install react-stripe-connection styled-components @stripe/connect-js @stripe/react-connect-js stripe @electric-sql/pglite\n",
    );
    expect(out).toContain(
      "npx react-stripe-connection simulator --forward http://127.0.0.1:3000/api/stripe/test/webhooks",
    );
    // Its page of the documents is there, and opens what the example's own README opens.
    const [, opens = "", page = ""] = /open (\S+)\. More: (\S+)\n$/.exec(out) ?? [];
    expect(page).toMatch(/^node_modules\/react-stripe-connection\/docs\//);
    expect(existsSync(join(root, page.replace("node_modules/react-stripe-connection/", ""))), page).toBe(true);
    expect(example(name, "README.md")).toContain(`open ${opens}\n`);
  });

  test("a project without src/ has its page beside its other files", async () => {
    const folder = await project(["vite", "express"]);
    await init(folder, "--yes");
    expect(Object.keys(contents(folder)).toSorted()).toEqual([
      ".env.example",
      "BillingSettings.tsx",
      "package.json",
      "server/stripe.ts",
    ]);
  });

  test("leaves what exists as it is, and says what is missing in it", async () => {
    const own = {
      "server/stripe.ts": "export const mine = true;\n",
      ".env.example": "PORT=3000\nexport STRIPE_TEST_SECRET_KEY = sk_test_mine\n",
      "src/index.css": "",
    };
    const folder = await project(["vite", "express", "stripe", "styled-components"], own);
    const { code, out } = await init(folder, "--yes");
    expect(code).toBe(0);
    expect(contents(folder)).toMatchObject(own);
    expect(out).toContain("  leaves  server/stripe.ts: it exists\n  leaves  .env.example: it exists\n");
    expect(out).toContain(
      "npm install react-stripe-connection @stripe/connect-js @stripe/react-connect-js @electric-sql/pglite\n",
    );
    expect(out).toMatch(/Add to \.env\.example:\n {5}APP_URL=\S+\n {5}STRIPE_TEST_PUBLISHABLE_KEY=pk_test_simulated\n/);
    expect(out).not.toContain("STRIPE_TEST_SECRET_KEY=");

    const first = contents(folder);
    const again = await init(folder, "--yes");
    expect(again.code).toBe(0);
    expect(again.out).not.toContain("writes");
    expect(contents(folder)).toEqual(first);
  });

  test("shows the example's lines for files that a project has of its own", async () => {
    const { out } = await init(await project(["vite", "express"]), "--yes");
    const shown = out.split("\n").flatMap((line) => /^ {5}(.*)$/.exec(line)?.[1] ?? []);
    expect(shown).toContain('app.use("/api/stripe/test", nodeListener(handler));');
    const texts = example("vite-express", "server/index.ts") + example("vite-express", "vite.config.ts");
    expect(shown.filter((line) => !texts.includes(line))).toEqual([]);
  });

  test("without a terminal it shows what it would write, and writes nothing", async () => {
    const folder = await project(["vite", "hono"]);
    const before = contents(folder);
    const { code, out, error } = await init(folder);
    expect([code, error]).toEqual([1, ""]);
    expect(out).toContain("  writes  server/stripe.ts\n");
    expect(out).toContain("there is no terminal to ask in, so nothing is written. Pass --yes");
    expect(contents(folder)).toEqual(before);
  });

  test.each([
    ["y", true],
    [" Yes ", true],
    ["", false],
    ["n", false],
    ["yesterday", false],
  ])("asked in a terminal, %j writes: %j", async (answer, writes) => {
    const folder = await project(["vite", "hono"]);
    const asked: string[] = [];
    const io = testIo({ cwd: folder, ask: async (question) => (asked.push(question), answer) });
    const { runCli } = (await import(pathToFileURL(join(built, "runCli.js")).href)) as {
      runCli: (args: readonly string[], io: Io) => Promise<number>;
    };
    expect(await runCli(["init"], io)).toBe(writes ? 0 : 1);
    expect(asked).toEqual(["Write them? [y/N] "]);
    expect(existsSync(join(folder, "server/stripe.ts"))).toBe(writes);
  });

  test.each<[string, string[] | null, RegExp]>([
    [
      "of another kind",
      ["vite", "koa"],
      /no framework that init knows: Next\.js \(next\), React Router \(@react-router\/dev\).*Vite and Express \(vite and express\)\. For other ones see node_modules\/react-stripe-connection\/docs\/getting-started\.md/,
    ],
    ["without package.json", null, /there is no package\.json in \S+\. Run init in your project's folder/],
  ])("a project %s gets nothing", async (_name, packages, says) => {
    const folder = await project(packages);
    const before = contents(folder);
    const { code, out } = await init(folder, "--yes");
    expect([code, out]).toEqual([1, expect.stringMatching(says)]);
    expect(contents(folder)).toEqual(before);
  });
});
