/** A form value: text, a list, or named parts. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type Form = Record<string, FormValue>;

/** `a[b][0]=x&c[]=y` as nested parts, as Stripe reads it. Prototype names are plain names here. */
export function parseForm(body: string): Form {
  const form = emptyForm();
  for (const [path, value] of new URLSearchParams(body)) {
    const names = path.replaceAll("]", "").split("[");
    let at: Form = form;
    for (const [depth, name] of names.entries()) {
      // `c[]` counts up.
      const key = name === "" ? String(Object.keys(at).length) : name;
      if (depth === names.length - 1) at[key] = value;
      else {
        const next = at[key];
        at = typeof next === "object" && !Array.isArray(next) ? next : (at[key] = emptyForm());
      }
    }
  }
  return listed(form) as Form;
}

function emptyForm(): Form {
  return Object.create(null) as Form;
}

/** Parts named 0, 1, 2 … are a list. */
function listed(value: FormValue): FormValue {
  if (typeof value !== "object" || Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name, index) => name === String(index))) {
    return names.map((name) => listed(value[name] ?? ""));
  }
  for (const name of names) value[name] = listed(value[name] ?? "");
  return value;
}

/** The text at `path` (`controller.fees.payer`), or undefined where there is none or it is no text. */
export function textAt(form: Form, path: string): string | undefined {
  let at: FormValue | undefined = form;
  for (const name of path.split(".")) {
    if (typeof at !== "object" || Array.isArray(at)) return undefined;
    at = at[name];
  }
  return typeof at === "string" ? at : undefined;
}

/** The named parts at a top-level name, empty where there are none. */
export function partsAt(form: Form, name: string): Form {
  const value = form[name];
  return typeof value === "object" && !Array.isArray(value) ? value : emptyForm();
}

/** Every text in the form by its dotted path, lists left out. */
export function flatten(form: Form, prefix = ""): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const path = prefix ? `${prefix}.${name}` : name;
    if (typeof value === "string") flat[path] = value;
    else if (!Array.isArray(value)) Object.assign(flat, flatten(value, path));
  }
  return flat;
}
