import type { AccountRecord, Controller } from "./accountRecord.js";
import { CURRENCIES } from "./countries.js";
import { type Form, partsAt, textAt } from "../api/form.js";
import { askForDetails } from "./lifecycle.js";
import { invalidRequest } from "../api/stripeFailure.js";
import { prefill } from "./updateAccount.js";

/** `POST /v1/accounts`: a record with nothing submitted and everything asked for. */
export function createAccount(form: Form, id: string, created: number): AccountRecord {
  if (form["type"] !== undefined && form["controller"] !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: controller, type.", {
      code: "parameters_exclusive",
    });
  }
  const country = textAt(form, "country") ?? "US";
  if (!/^[A-Z]{2}$/.test(country)) {
    throw invalidRequest(
      `Country '${country}' is unknown. Try using a 2-character alphanumeric country code instead.`,
      {
        code: "country_code_invalid",
        param: "country",
      },
    );
  }
  const currency = CURRENCIES[country];
  if (currency === undefined) {
    throw invalidRequest(`${country} is not currently supported by Stripe.`, {
      code: "country_unsupported",
      param: "country",
    });
  }
  const account: AccountRecord = {
    id,
    created,
    country,
    currency,
    email: null,
    controller: controller(form),
    capabilities: {},
    metadata: {},
    values: {},
    items: [],
    persons: [],
    bankAccount: null,
    detailsSubmitted: false,
    opened: false,
    hold: null,
    balances: { available: {}, pending: {}, reserved: {} },
    gone: null,
  };
  prefill(account, form, created);
  askForDetails(account);
  return account;
}

/** The parties to the account; Stripe's rules about which go together. @see https://docs.stripe.com/connect/accounts */
function controller(form: Form): Controller {
  const type = textAt(form, "type");
  const at = (path: string) => textAt(partsAt(form, "controller"), path);
  const preset = {
    custom: { fees: "application", losses: "application", collection: "application", dashboard: "none" },
    express: { fees: "application", losses: "application", collection: "stripe", dashboard: "express" },
    standard: { fees: "account", losses: "stripe", collection: "stripe", dashboard: "full" },
  } as const;
  if (type === "custom" || type === "express" || type === "standard") return { ...preset[type] };
  const chosen: Controller = {
    fees: at("fees.payer") === "application" ? "application" : "account",
    losses: at("losses.payments") === "application" ? "application" : "stripe",
    collection: at("requirement_collection") === "application" ? "application" : "stripe",
    dashboard: oneOf(at("stripe_dashboard.type"), ["none", "express", "full"], "full"),
  };
  if (chosen.losses === "application" && chosen.fees !== "application") {
    throw invalidRequest(
      "When `controller[losses][payments]` is `application`, `controller[fees][payer]` must be `application` too.",
      {
        param: "controller[fees][payer]",
      },
    );
  }
  if (chosen.collection === "application" && (chosen.losses !== "application" || chosen.dashboard !== "none")) {
    throw invalidRequest(
      "`controller[requirement_collection]` can be `application` only where the platform carries losses and there is no Stripe-hosted dashboard.",
      { param: "controller[requirement_collection]" },
    );
  }
  return chosen;
}

function oneOf<const T extends string>(value: string | undefined, known: readonly T[], otherwise: T): T {
  return known.find((candidate) => candidate === value) ?? otherwise;
}
