// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FormValue, parseForm } from "../../src/simulator/api/form.js";

const name = fc.oneof(fc.stringMatching(/^[a-z_]{1,8}$/), fc.constantFrom("__proto__", "constructor", "toString"));

const { value } = fc.letrec<{ value: FormValue; parts: Record<string, FormValue> }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    tie("parts"),
  ),
  parts: fc.dictionary(name, tie("value") as fc.Arbitrary<FormValue>, {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: false,
  }),
}));

/** As Stripe's SDK writes nested parameters. */
function encode(path: string, part: FormValue): [string, string][] {
  if (typeof part === "string") return [[path, part]];
  const parts = Array.isArray(part) ? part.entries() : Object.entries(part);
  return [...parts].flatMap(([key, each]) => encode(`${path}[${key}]`, each));
}

test("whatever is nested in a form is read as it was written", () => {
  fc.assert(
    fc.property(name, value, (key, part) => {
      const form = parseForm(new URLSearchParams(encode(key, part)).toString());
      expect(JSON.stringify(form[key])).toBe(JSON.stringify(part));
      expect(Object.keys(form)).toEqual([key]);
    }),
  );
});

test("a list may be written without numbers", () => {
  expect(parseForm("expand[]=a&expand[]=b")["expand"]).toEqual(["a", "b"]);
});

test("a name of every object's prototype is a plain name", () => {
  const form = parseForm("metadata[__proto__]=x&metadata[constructor]=y");
  expect(Object.entries(form["metadata"] ?? {})).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});
