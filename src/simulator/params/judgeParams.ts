import type { Form, FormValue } from "../api/form.js";
import { invalidRequest } from "../api/stripeFailure.js";
import { type ParamParts, type ParamType, paramsOf } from "./paramType.js";

/** Which of Stripe's two APIs a call belongs to: they name what is nested, and what is wrong, differently. */
export type StripeApi = "v1" | "v2";

/** Throws Stripe's refusal where a parameter has a name or a value that the call does not take. */
export function judgeParams(operation: string, form: Form, api: StripeApi): void {
  judgeParts(form, [paramsOf(operation)], [], api);
}

function judgeParts(form: Form, kinds: readonly ParamParts[], path: readonly string[], api: StripeApi): void {
  for (const [name, value] of Object.entries(form)) {
    const here = [...path, name];
    const [type] = kinds.flatMap((parts) => parts.get(name) ?? []);
    if (type) judge(value, type, here, api);
    else {
      const param = pathOf(here, api);
      throw invalidRequest(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
    }
  }
}

function judge(value: FormValue, type: ParamType, path: readonly string[], api: StripeApi): void {
  if (typeof value === "string") judgeText(value, type, path, api);
  else if (Array.isArray(value) && type.list) {
    for (const [at, element] of value.entries()) judge(element, type.list, [...path, String(at)], api);
  }
  // Names that are numbers are read as a list.
  else if (type.isMap) judgeMap(value, path, api);
  else if (!Array.isArray(value) && type.objects.length > 0) judgeParts(value, kindsFor(value, type), path, api);
  else throw refused(`Invalid ${kindOf(type)}: ${JSON.stringify(value)}`, path, api);
}

function judgeText(value: string, type: ParamType, path: readonly string[], api: StripeApi): void {
  if (type.text) return;
  if (value === "") {
    // In v2 it was `null`, which unsets; and clients write an empty list as one empty text.
    if (type.canBeEmpty || type.list || api === "v2") return;
    const param = pathOf(path, api);
    const message =
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a field; however ` +
      `'${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
    throw refused(message, path, api, "parameter_invalid_empty");
  }
  if (type.boolean && (value === "true" || value === "false")) return;
  if (type.number && /^-?\d+(\.\d+)?$/.test(value)) return;
  if (type.words?.includes(value)) return;
  if (type.words) throw refused(`Invalid ${pathOf(path, api)}: must be one of ${oneOf(type.words)}`, path, api);
  const code = type.number ? "parameter_invalid_integer" : undefined;
  throw refused(`Invalid ${kindOf(type)}: ${value}`, path, api, code);
}

function judgeMap(value: Exclude<FormValue, string>, path: readonly string[], api: StripeApi): void {
  for (const [name, text] of Object.entries(value) as [string, FormValue][]) {
    if (typeof text !== "string") throw refused(`Invalid string: ${JSON.stringify(text)}`, [...path, name], api);
  }
}

/** Of several kinds of objects, the `object` in it tells which: a bank account or a card. */
function kindsFor(value: Form, { objects }: ParamType): readonly ParamParts[] {
  const named = objects.filter((parts) => {
    const object = value["object"];
    return typeof object === "string" && parts.get("object")?.words?.includes(object) === true;
  });
  return named.length > 0 ? named : objects;
}

function kindOf(type: ParamType): string {
  if (type.number) return "integer";
  if (type.boolean) return "boolean";
  if (type.list) return "array";
  return type.isMap || type.objects.length > 0 ? "object" : "string";
}

/** `a`, `a or b`, `a, b, or c`. */
function oneOf(words: readonly string[]): string {
  if (words.length < 3) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")}, or ${words.at(-1)}`;
}

/** `controller[fees][payer]` in a form, `identity.country` in JSON. */
function pathOf([first = "", ...rest]: readonly string[], api: StripeApi): string {
  return api === "v2" ? [first, ...rest].join(".") : first + rest.map((name) => `[${name}]`).join("");
}

/** v1 has no code for most wrong values; v2 always has one. */
function refused(message: string, path: readonly string[], api: StripeApi, code?: string) {
  const shown = api === "v2" ? "invalid_fields" : code;
  return invalidRequest(message, { ...(shown === undefined ? {} : { code: shown }), param: pathOf(path, api) });
}
