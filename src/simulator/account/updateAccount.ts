import type { AccountRecord } from "./accountRecord.js";
import { CURRENCIES } from "./countries.js";
import { keepParams } from "./keptParams.js";
import { flatten, type Form, type FormValue, partsAt, textAt } from "../api/form.js";
import { checkMetadataPair, checkMetadataSize } from "../params/metadataLimits.js";
import { invalidRequest } from "../api/stripeFailure.js";

const DESCRIPTOR = "settings.payments.statement_descriptor";

/** What `POST /v1/accounts` and `POST /v1/accounts/{id}` take alike. `time` in seconds. */
export function prefill(account: AccountRecord, form: Form, time: number): void {
  const email = textAt(form, "email");
  if (email !== undefined) {
    if (email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      throw invalidRequest(`Invalid email address: ${email}`, { code: "email_invalid", param: "email" });
    }
    account.email = email === "" ? null : email;
  }
  const type = textAt(form, "business_type");
  if (type !== undefined) account.values["business_type"] = type;
  for (const part of ["business_profile", "company", "individual"]) {
    for (const [key, value] of Object.entries(flatten(partsAt(form, part), part))) {
      if (value === "") delete account.values[key];
      else account.values[key] = value;
    }
  }
  for (const [name, wish] of Object.entries(partsAt(form, "capabilities"))) {
    const requested = typeof wish === "object" && !Array.isArray(wish) ? wish["requested"] : undefined;
    if (requested === "true") account.capabilities[name] ??= time;
    if (requested === "false") delete account.capabilities[name];
  }
  const descriptor = textAt(form, DESCRIPTOR);
  if (descriptor !== undefined) account.values[DESCRIPTOR] = descriptor;
  const currency = textAt(form, "default_currency")?.toLowerCase();
  if (currency !== undefined) {
    checkCurrency(currency);
    account.currency = currency;
  }
  keepParams(account, form);
  setMetadata(account, form);
}

/** Throws where no country's accounts have this default currency. Empty: it can't be unset. */
function checkCurrency(currency: string): void {
  if (Object.values(CURRENCIES).includes(currency)) return;
  throw invalidRequest(`Invalid currency: '${currency}' is not a currency that Stripe supports.`, {
    ...(currency === "" ? { code: "parameter_invalid_empty" } : {}),
    param: "default_currency",
  });
}

/** An empty value removes a key, an empty `metadata` all of them. */
function setMetadata(account: AccountRecord, form: Form): void {
  const given = form["metadata"] ?? {};
  if (given === "") account.metadata = {};
  // Keys that are numbers are read as a list.
  for (const [key, value] of Object.entries<FormValue>(given)) {
    if (typeof value !== "string") continue;
    checkMetadataPair(key, value);
    if (value === "") delete account.metadata[key];
    else account.metadata[key] = value;
  }
  checkMetadataSize(account.metadata);
}
