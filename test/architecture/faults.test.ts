import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import catalogue from "../faults/catalogue.json" with { type: "json" };
import { faultIds } from "../faults/faultIds.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sourcesOf = (folder: string) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules"))
    .map((file) => readFileSync(`${root}/${folder}/${file}`, "utf8"));

/** What is given to `test(…)`, `it(…)` or `test.each(…)(…)`, and the names of a contract's cases. */
const TITLE = /\(\s*(["'`])([A-H]\d{1,2} [^"'`\n]+)|^\s*(")([A-H]\d{1,2} [^"\n]+)": async/gm;
const titles = ["test", "src/testing"]
  .flatMap(sourcesOf)
  .flatMap((text) => [...text.matchAll(TITLE)].map((found) => found[2] ?? found[4] ?? ""));

describe("the catalogue of faults", () => {
  test("names 122", () => {
    expect(Object.keys(catalogue)).toHaveLength(122);
  });

  test("has a test for each of them, by its id", () => {
    const proved = new Set(titles.flatMap(faultIds));
    expect(Object.keys(catalogue).filter((id) => !proved.has(id))).toEqual([]);
  });

  test("knows every id that a test carries", () => {
    const unknown = titles.filter((title) => faultIds(title).some((id) => !(id in catalogue)));
    expect(unknown).toEqual([]);
  });

  test("reads several ids of one title, and none of a sentence", () => {
    expect(faultIds("G13 E16 a tombstone stays")).toEqual(["G13", "E16"]);
    expect(faultIds("H2O is water")).toEqual([]);
    expect(faultIds("an A4 page")).toEqual([]);
  });
});
