import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openApiDocument } from "../../openapi/document.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the shipped OpenAPI document is what the schemas say now", async () => {
  const shipped: unknown = JSON.parse(await readFile(`${root}/dist/openapi.json`, "utf8"));
  expect(shipped, "run `npm run build`").toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test("H10 nothing that is shipped evaluates text as code or as markup", async () => {
  const dist = `${root}/dist`;
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith(".js"));
  expect(files.length).toBeGreaterThan(40);
  const WAYS =
    /\beval\(|new Function\(|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|srcdoc|<script\b/;
  const found = await Promise.all(
    files.map(async (file) => {
      const line = (await readFile(`${dist}/${file}`, "utf8")).split("\n").find((text) => WAYS.test(text));
      return line === undefined ? [] : [`${file}: ${line.trim()}`];
    }),
  );
  expect(found.flat()).toEqual([]);
});
