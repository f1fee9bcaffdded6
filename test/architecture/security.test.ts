import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

/** The table of threats: what holds each, by the file and the beginning of a title. */
const threats = [...read("docs/security.md").matchAll(/^\| (.+?) \| .+ \| `(test\/[^`]+)`: `([^`]+)` \|$/gm)].map(
  ([, threat = "", file = "", title = ""]): [threat: string, file: string, title: string] => [threat, file, title],
);

test("docs/security.md has a test for each threat", () => {
  const rows =
    read("docs/security.md")
      .split("## Threats")[1]
      ?.match(/^\| .*\|$/gm) ?? [];
  expect(rows.length).toBeGreaterThan(30);
  expect(threats).toHaveLength(rows.length - 1);
});

test.each(threats)("%s: is held by %s", (_threat, file, title) => {
  const begins = ['"', "'", "`"].map((quote) => quote + title);
  expect(
    begins.some((text) => read(file).includes(text)),
    title,
  ).toBe(true);
});
