import type { Form, FormValue } from "../api/form.js";
import { invalidRequest } from "../api/stripeFailure.js";

/** A v2 body as the parts that the form parser gives: one way to read both. What is null is empty, and so unset. */
export function parseJsonBody(body: string): Form {
  if (body === "") return emptyForm();
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw invalidRequest("The request body is not valid JSON.", { code: "invalid_request_body" });
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw invalidRequest("The request body is not a JSON object.", { code: "invalid_request_body" });
  }
  return parts(json);
}

function emptyForm(): Form {
  return Object.create(null) as Form;
}

function parts(json: object): Form {
  return Object.assign(
    emptyForm(),
    Object.fromEntries(Object.entries(json).map(([name, value]) => [name, formValue(value)])),
  );
}

function formValue(value: unknown): FormValue {
  if (Array.isArray(value)) return value.map(formValue);
  if (typeof value === "object" && value !== null) return parts(value);
  return value === null || value === undefined ? "" : String(value as string | number | boolean);
}
