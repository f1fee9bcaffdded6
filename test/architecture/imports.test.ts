import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** Which folders of src/ a folder may import from, besides itself. Entries at the top of src/ gather what they export. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  client: ["core"],
  stripe: ["core"],
  messages: ["core"],
  theme: ["core"],
  react: ["core", "client", "messages", "theme"],
  components: ["core", "client", "react", "messages", "theme"],
  onboarding: ["core", "client", "react", "messages", "theme", "components"],
  server: ["core", "stripe"],
  simulator: ["core", "client", "server", "stripe"],
  testing: ["core", "client", "messages", "react", "server", "simulator", "stripe"],
  cli: ["core", "client", "server", "stripe", "testing"],
};

interface Import {
  from: string;
  to: string;
  lazy: boolean;
  typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"),
);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const found: Import[] = [];
  const add = (specifier: string, lazy: boolean, typeOnly: boolean) =>
    found.push({
      from: file,
      to: specifier.startsWith(".") ? relative(src, normalize(join(src, dirname(file), specifier))) : specifier,
      lazy,
      typeOnly,
    });
  for (const match of text.matchAll(/\b(?:import|export)\s+(type\s+)?(?:[\w*${},\s]+?\sfrom\s+)?"([^"]+)"/g)) {
    add(match[2] ?? "", false, match[1] !== undefined);
  }
  for (const match of text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)) add(match[1] ?? "", true, false);
  return found;
}

const all = files.flatMap(importsOf);
const roomOf = (path: string) => (path.includes("/") ? (path.split("/")[0] ?? "") : "");
const say = ({ from, to }: Import) => `${from} → ${to}`;

describe("who may import whom", () => {
  test("the scan sees the tree", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(all.length).toBeGreaterThan(100);
  });

  test("every room is known", () => {
    const rooms = new Set(files.map(roomOf).filter(Boolean));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test("rooms import along the arrows of the plan only", () => {
    const wrong = all.filter(({ from, to, lazy }) => {
      const room = roomOf(from);
      const target = roomOf(to);
      const isOurs = target in MAY_IMPORT && !to.startsWith("@");
      if (!room || !isOurs || target === room) return false;
      // Onboarding is reached by a lazy import and in no other way, and takes nothing but primitives back.
      if (room === "components" && target === "onboarding") return !lazy;
      if (room === "onboarding" && target === "components") return !to.startsWith("components/primitives/");
      return !(MAY_IMPORT[room] ?? []).includes(target);
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test("core has no React, no DOM library and no Stripe SDK; stripe/ and messages/ neither", () => {
    const wrong = all.filter(({ from, to, typeOnly }) => {
      if (!["core", "stripe", "messages"].includes(roomOf(from))) return false;
      // `stripe/….js` is our own room, not the SDK.
      return (
        !typeOnly &&
        !to.endsWith(".js") &&
        /^(react|react-dom|styled-components|stripe|@stripe\/.*|hono|@base-ui\/.*)(\/|$)/.test(to)
      );
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test("the Stripe SDK is the host's: nothing but the simulator's adapter and the doctor loads it as a value", () => {
    const mayLoad = new Set(["simulator/simulatedAdapter.ts", "cli/doctor/stripeClient.ts"]);
    const wrong = all.filter(({ from, to, typeOnly }) => to === "stripe" && !typeOnly && !mayLoad.has(from));
    expect(wrong.map(say)).toEqual([]);
  });

  test("Stripe's page packages are asked for by onboarding only", () => {
    const wrong = all.filter(
      ({ from, to, typeOnly }) => to.startsWith("@stripe/") && !typeOnly && roomOf(from) !== "onboarding",
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test("Base UI is in the overlays' chunk only", () => {
    const wrong = all.filter(({ from, to }) => to.startsWith("@base-ui/") && !from.startsWith("components/overlays/"));
    expect(wrong.map(say)).toEqual([]);
  });

  test("Node's own modules are used by the simulator's listener and the command line only", () => {
    const allowed = new Set([
      "simulator/listen.ts",
      "simulator/fileJournal.ts",
      "server/http/nodeListener.ts",
      "testing/playwright.ts",
    ]);
    const wrong = all.filter(
      ({ from, to, typeOnly }) => to.startsWith("node:") && !typeOnly && !allowed.has(from) && roomOf(from) !== "cli",
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test("no file re-exports all of another, and none has a default export", () => {
    const wrong = files.filter((file) => /^export (\*|default)/m.test(readFileSync(join(src, file), "utf8")));
    expect(wrong).toEqual([]);
  });

  test("there are no cycles", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly, lazy } of all) {
      if (typeOnly || lazy) continue;
      const target = files.find((file) => file.replace(/\.tsx?$/, "") === to.replace(/\.js$/, ""));
      if (target) graph.set(from, [...(graph.get(from) ?? []), target]);
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

describe("what core, stripe and server must not reach for", () => {
  const EDGES = new Set(["client/runtime.ts", "server/runtime.ts", "core/warnOnce.ts"]);
  const GLOBALS =
    /(?<![.\w])(fetch\((?!\w+: )|Date\.now\(|setTimeout\(|setInterval\(|window\.|document\.|process\.env|Math\.random\()/;

  test("clock, fetch, timers and the environment come in as parameters", () => {
    const wrong = files
      .filter((file) => ["core", "client", "stripe", "server", "messages"].includes(roomOf(file)) && !EDGES.has(file))
      .flatMap((file) =>
        readFileSync(join(src, file), "utf8")
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
        readFileSync(join(src, file), "utf8")
          .split("\n")
          .filter((line) =>
            /(margin|padding|border)-(left|right)|text-align: *(left|right)|(^|[^-\w])(left|right): *[\d-]/.test(line),
          )
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
    expect(
      all
        .filter(
          ({ to, from }) => to === "styled-components" && /import styled\b/.test(readFileSync(join(src, from), "utf8")),
        )
        .map(say),
    ).toEqual([]);
  });
});
