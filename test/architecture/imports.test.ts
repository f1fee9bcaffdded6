import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { files, folderOf, type Import, imports, targetOf, textOf } from "../support/importGraph.js";

/** Which folders of src/ a folder may import from, besides itself. Entries at the top of src/ gather what they export. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  client: ["core"],
  stripe: ["core"],
  messages: ["core"],
  theme: [],
  react: ["core", "client", "messages", "theme"],
  components: ["core", "client", "react", "messages", "theme"],
  onboarding: ["core", "client", "react", "messages", "theme", "components"],
  server: ["core", "stripe"],
  next: ["core", "server"],
  simulator: ["core", "client", "server", "stripe"],
  testing: ["core", "client", "messages", "react", "server", "simulator", "stripe"],
  cli: ["core", "client", "server", "simulator", "stripe", "testing"],
};

const say = ({ from, to }: Import) => `${from} → ${to}`;

describe("who may import whom", () => {
  test("the scan sees the tree", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  test("every folder is known", () => {
    const folders = new Set(files.map(folderOf).filter(Boolean));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  test("docs/architecture.md shows these arrows", () => {
    const page = readFileSync(new URL("../../docs/architecture.md", import.meta.url), "utf8");
    const lines = Object.entries(MAY_IMPORT).map(([folder, to]) => `${folder} → ${to.join(", ") || "nothing"}`);
    const [, shown = ""] = /```\n(core → [^`]*)\n```/.exec(page) ?? [];
    expect(shown.split("\n")).toEqual(lines);
  });

  test("folders import along the arrows only", () => {
    const wrong = imports.filter(({ from, to, lazy }) => {
      const folder = folderOf(from);
      const target = folderOf(to);
      const isOurs = target in MAY_IMPORT && !to.startsWith("@");
      if (!folder || !isOurs || target === folder) return false;
      // Onboarding is reached by a lazy import and in no other way, and takes nothing but primitives back.
      if (folder === "components" && target === "onboarding") return !lazy;
      if (folder === "onboarding" && target === "components") return !to.startsWith("components/primitives/");
      return !(MAY_IMPORT[folder] ?? []).includes(target);
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test("core has no React, no DOM library and no Stripe SDK; stripe/ and messages/ neither", () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!["core", "stripe", "messages"].includes(folderOf(from))) return false;
      // `stripe/….js` is our own folder, not the SDK.
      return (
        !typeOnly &&
        !to.endsWith(".js") &&
        /^(react|react-dom|styled-components|stripe|@stripe\/.*|hono)(\/|$)/.test(to)
      );
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test("the Stripe SDK is the host's: nothing but the simulator's adapter and the doctor loads it as a value", () => {
    const mayLoad = new Set(["simulator/simulatedAdapter.ts", "cli/doctor/stripeClient.ts"]);
    const wrong = imports.filter(({ from, to, typeOnly }) => to === "stripe" && !typeOnly && !mayLoad.has(from));
    expect(wrong.map(say)).toEqual([]);
  });

  test("Stripe's page packages are asked for by onboarding only", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => to.startsWith("@stripe/") && !typeOnly && folderOf(from) !== "onboarding",
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test("Node's own modules are used by the simulator's listener and the command line only", () => {
    const allowed = new Set([
      "simulator/listen.ts",
      "simulator/fileJournal.ts",
      "server/store/postgres/pgliteDriver.ts",
      "server/node/webRequest.ts",
      "testing/playwright.ts",
    ]);
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => to.startsWith("node:") && !typeOnly && !allowed.has(from) && folderOf(from) !== "cli",
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test("no file re-exports all of another, and none has a default export", () => {
    const wrong = files.filter((file) => /^export (\*|default)/m.test(textOf(file)));
    expect(wrong).toEqual([]);
  });

  test("there are no cycles", () => {
    const graph = new Map<string, string[]>();
    for (const one of imports) {
      if (one.typeOnly || one.lazy) continue;
      const target = targetOf(one);
      if (target) graph.set(one.from, [...(graph.get(one.from) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (path.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe("what core, client, stripe and server must not reach for", () => {
  const EDGES = new Set([
    "client/runtime.ts",
    "client/http/eventStream.ts",
    "client/http/httpAdapter.ts",
    "client/http/tellDeveloper.ts",
    "server/runtime.ts",
    "messages/warnOnce.ts",
  ]);
  const GLOBALS =
    /(?<![.\w])(fetch\((?!\w+: )|Date\.now\(|setTimeout\(|setInterval\(|window\.|document\.|process\.env|Math\.random\()/;

  test("clock, fetch, timers and the environment come in as parameters", () => {
    const wrong = files
      .filter((file) => ["core", "client", "stripe", "server", "messages"].includes(folderOf(file)) && !EDGES.has(file))
      .flatMap((file) =>
        textOf(file)
          .split("\n")
          // A "document." at the end of a sentence reaches for nothing.
          .map((line, index) => ({
            line: line.replace(/"[^"]*"/g, '""').replace(/\/\/.*$/, ""),
            where: `${file}:${index + 1}`,
          }))
          .filter(({ line }) => GLOBALS.test(line) && !/^\s*\/?\*/.test(line))
          .map(({ line, where }) => `${where} ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  test("styles name no physical direction and texts name no class of styled-components' default import", () => {
    const wrong = files
      .filter((file) => /styles\.ts$|primitives\/|theme\//.test(file))
      .flatMap((file) =>
        textOf(file)
          .split("\n")
          .filter((line) =>
            /(margin|padding|border)-(left|right)|text-align: *(left|right)|(^|[^-\w])(left|right): *[\d-]/.test(line),
          )
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
    expect(
      imports.filter(({ to, from }) => to === "styled-components" && /import styled\b/.test(textOf(from))).map(say),
    ).toEqual([]);
  });
});
