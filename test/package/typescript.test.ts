import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { publicEntries } from "../../api/publicEntries.mjs";
import { installTarball } from "./installTarball.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that dependencies and peers resolve as they would in a host.
const host = join(root, "node_modules/.cache/typescript-host");

const COMPILERS = {
  "TypeScript 5.4": join(root, "test/typescript54/node_modules/typescript/bin/tsc"),
  "the newest TypeScript": join(root, "node_modules/.bin/tsc"),
};

/** What a host imports, and what it does with the types that differ between the two kinds of modules. */
const HOST = `
${publicEntries()
  .map(({ path }) => path.replace(".", "react-stripe-connection").replace("*", "de"))
  .map((entry, at) => `import * as entry${at} from "${entry}"; export type Entry${at} = typeof entry${at};`)
  .join("\n")}
import Stripe from "stripe";
import type { ConnectionHandlerOptions } from "react-stripe-connection/server";
export const stripe: Pick<ConnectionHandlerOptions, "stripe"> = { stripe: new Stripe("sk_test_1") };
// @ts-expect-error Types that are not found would be anything.
entry0.notExported;
`;

beforeAll(async () => {
  await rm(host, { recursive: true, force: true });
  await installTarball(host);
});

describe.each([
  ["TypeScript 5.4", "host.ts", { module: "commonjs", moduleResolution: "node10" }],
  ["TypeScript 5.4", "host.mts", { module: "node16" }],
  ["TypeScript 5.4", "host.mts", { module: "nodenext" }],
  ["TypeScript 5.4", "host.ts", { module: "esnext", moduleResolution: "bundler" }],
  ["the newest TypeScript", "host.mts", { module: "node16" }],
  ["the newest TypeScript", "host.mts", { module: "nodenext" }],
  // Before TypeScript 5.8 a CommonJS file may not import ES modules.
  ["the newest TypeScript", "host.cts", { module: "nodenext" }],
  ["the newest TypeScript", "host.ts", { module: "esnext", moduleResolution: "bundler" }],
] as const)("%s, %s with %j", (compiler, file, resolution) => {
  test("CL-F16 HO-2 compiles a host of every entry", async () => {
    const folder = join(host, crypto.randomUUID());
    await mkdir(folder);
    await writeFile(join(folder, file), HOST);
    const compilerOptions = {
      ...resolution,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      jsx: "react-jsx",
      types: ["node"],
      strict: true,
      skipLibCheck: true,
      esModuleInterop: true,
      noEmit: true,
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: [file] }));
    const said = await run(COMPILERS[compiler], ["-p", folder, "--pretty", "false"]).then(
      () => "",
      ({ stdout }: { stdout: string }) => stdout,
    );
    expect(said).toBe("");
  });
});
