// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { outcomeOf } from "../../src/simulator/account/testValues.js";
import { routeFor, routes } from "../../src/simulator/api/routes.js";
import { createStripeSimulator, scenarios } from "../../src/simulator/index.js";

const page = readFileSync(new URL("../../docs/simulator.md", import.meta.url), "utf8");

/** What stands between a heading and the next. */
const section = (heading: string): string => page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
const inCode = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
const rowsOf = (heading: string): string[][] =>
  section(heading)
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

describe("ST-12 docs/simulator.md says what the simulator plays", () => {
  test("every route, and what it acts on", () => {
    const documented = rowsOf("Calls").map(([call = "", route = "", played = ""]) => {
      const [method = "", path = ""] = inCode(route)[0]?.split(" ") ?? [];
      const found = routeFor(method, path.replaceAll(/\{\w+\}/g, "x"));
      return { call: inCode(call)[0], plays: inCode(played), isRoute: found?.operation === inCode(call)[0] };
    });
    expect(documented).toEqual(
      routes.map(({ operation, plays }) => ({ call: operation, plays: [...plays], isRoute: true })),
    );
  });

  test("every scenario", () => {
    const [, listed = ""] = section("Scenarios").split("to a state:");
    expect(inCode(listed)).toEqual(Object.keys(scenarios));
  });

  test("every control", () => {
    const simulator = createStripeSimulator();
    onTestFinished(() => simulator.close());
    const methods = Object.entries(simulator).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    const [table = ""] = section("Controls").split("\n\n`fail(");
    const documented = inCode(table).filter((name) => !name.startsWith("clock."));
    expect(documented.sort()).toEqual(methods.sort());
    const clock = inCode(table).filter((name) => name.startsWith("clock."));
    expect(clock.sort()).toEqual(
      Object.keys(simulator.clock)
        .map((name) => `clock.${name}`)
        .sort(),
    );
  });

  test.each(rowsOf("Test values").map((cells) => cells.map((cell) => cell.replaceAll("`", ""))))(
    "the test value %s %s: %s",
    (field = "", value = "", kind) => {
      expect(outcomeOf(`company.${field}`, { [`company.${field}`]: value }).kind).toBe(kind);
    },
  );
});
