import type { Rendered } from "../account/renderRequirements.js";
import type { Form, FormValue } from "../api/form.js";
import { type ParamType, paramsOf } from "./paramType.js";

/** The parts of a judged form at these names as JSON has them: numbers and booleans, and null for what is emptied. */
export function typedParams(operation: string, form: Form, names: readonly string[]): Rendered {
  const parts = paramsOf(operation);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form[name];
      const type = parts.get(name);
      return value === undefined || !type ? [] : [[name, typed(value, type)] as const];
    }),
  );
}

function typed(value: FormValue, type: ParamType): unknown {
  if (typeof value === "string") return typedText(value, type);
  if (Array.isArray(value)) return value.map((element) => (type.list ? typed(element, type.list) : element));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const [partType] = type.objects.flatMap((parts) => parts.get(name) ?? []);
      return [name, partType ? typed(part, partType) : part];
    }),
  );
}

function typedText(value: string, type: ParamType): unknown {
  if (value === "") return null;
  if (type.boolean) return value === "true";
  return type.number && !Number.isNaN(Number(value)) ? Number(value) : value;
}
