import * as v from "valibot";

// What the schemas of the protocol are made of. openapi/schemas.ts has the words of JSON Schema for each check.

export const country = v.pipe(
  v.string(),
  v.check((code) => /^[A-Z]{2}$/.test(code)),
);

/** A word out of these, and no other. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  v.pipe(
    v.string(),
    v.metadata({ enum: values }),
    v.check((value) => values.includes(value)),
    // What is checked is what it says: no step is needed for the type.
  ) as v.GenericSchema<string, T[number]>;

/** An enum of a newer server: what this version does not know becomes `otherwise`. */
export const openEnum = <const T extends readonly string[]>(values: T, otherwise: T[number]) =>
  v.pipe(
    v.string(),
    v.metadata({ examples: values }),
    v.transform((value): T[number] => (values.includes(value) ? value : otherwise)),
  );

export const nullableString = v.nullish(v.string(), null);
export const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
export const nullableTime = v.nullish(time, null);
export const integer = v.pipe(
  v.number(),
  v.check((value) => Number.isSafeInteger(value)),
);
export const count = v.pipe(
  integer,
  v.check((value) => value >= 0),
);
export const filled = v.pipe(
  v.string(),
  v.check((text) => text !== ""),
);
