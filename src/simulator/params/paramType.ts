import { STRIPE_PARAMS } from "./stripeParams.js";

/**
 * The notation of `stripeParams.ts`. An object is its parts: `city:s country:s`. A part's type is `?` where it may be
 * emptied, and then what it takes: `b` a boolean, `i` a number, `s` text, `=a|b` these words, `[` a list of the type that
 * follows, `*` any names with text, `#4` the fourth object. `i#4` takes either.
 */
export interface ParamType {
  /** It takes an empty text, which unsets it. */
  canBeEmpty: boolean;
  boolean: boolean;
  number: boolean;
  text: boolean;
  /** The only texts that it takes. */
  words: readonly string[] | null;
  list: ParamType | null;
  /** Any names, with text. */
  isMap: boolean;
  /** Each is one kind of object that it takes. */
  objects: readonly ParamParts[];
}

/** The parts of an object by their names. */
export type ParamParts = ReadonlyMap<string, ParamType>;

const TYPE = /^(\??)(b?)(i?)(s?)(?:=([^[*#]+))?(?:\[(.+)|(\*)|((?:#\d+)*))$/;

function readType(notation: string): ParamType {
  const match = TYPE.exec(notation);
  if (!match)
    throw new Error(`react-stripe-connection: "${notation}" is not a type of stripeParams.ts. Run npm run params.`);
  const [, empty, boolean, number, text, words, element, map, objects = ""] = match;
  return {
    canBeEmpty: empty === "?",
    boolean: boolean === "b",
    number: number === "i",
    text: text === "s",
    words: words?.split("|") ?? null,
    list: element === undefined ? null : readType(element),
    isMap: map === "*",
    objects: [...objects.matchAll(/\d+/g)].map(([at]) => partsAt(Number(at))),
  };
}

const read = new Map<number, ParamParts>();

function partsAt(at: number): ParamParts {
  const known = read.get(at);
  if (known) return known;
  const parts = (STRIPE_PARAMS.objects[at] ?? "").split(" ").filter(Boolean);
  const named = new Map(
    parts.map((part) => {
      const colon = part.indexOf(":");
      return [part.slice(0, colon), readType(part.slice(colon + 1))] as const;
    }),
  );
  read.set(at, named);
  return named;
}

/** What a call takes, by the name that the SDK gives to the call: `accounts.create`. */
export function paramsOf(operation: string): ParamParts {
  const at = STRIPE_PARAMS.calls[operation];
  return at === undefined ? new Map() : partsAt(at);
}
