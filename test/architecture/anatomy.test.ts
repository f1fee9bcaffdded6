import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PARTS, ROOTS } from "../../stories/anatomy/parts.js";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const sources = ["components", "onboarding"]
  .flatMap((folder) =>
    readdirSync(`${src}/${folder}`, { recursive: true, encoding: "utf8" }).map((f) => `${folder}/${f}`),
  )
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => readFileSync(`${src}/${file}`, "utf8"));

const named = (attribute: string) => {
  const values = new RegExp(`${attribute}=(?:"([a-z-]+)"|\\{[^}]*?\\? "([a-z-]+)" : "([a-z-]+)"\\})`, "g");
  const found = sources.flatMap((text) => [...text.matchAll(values)].flatMap(([, ...names]) => names));
  return [...new Set(found.filter((name) => name !== undefined))].toSorted();
};

test("every part that can be styled is on the page about anatomy, and no other", () => {
  expect(Object.values(PARTS).flatMap(Object.keys).toSorted()).toEqual(named("data-part"));
});

test("every root is there", () => {
  expect(ROOTS.map(([name]) => name).toSorted()).toEqual(named("data-rsc"));
});
