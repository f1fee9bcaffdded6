import type { ConnectedAccount } from "../core/connection.js";
import { isAccountV2, normalizeAccount } from "./normalizeAccount.js";
import { nameOf } from "./requirementPerson.js";
import { isoTime, record, text } from "./untyped.js";

/** Which of Stripe's dashboards the account's owner can sign in to. */
export type AccountDashboard = "none" | "express" | "full";
const DASHBOARDS: readonly AccountDashboard[] = ["none", "express", "full"];

export interface AccountFacts {
  account: ConnectedAccount;
  /** Whether Stripe grants this account hosted onboarding links. */
  hosted: boolean;
  /** Whether the platform, not Stripe, collects its requirements. */
  platformCollects: boolean;
  /** Null where Stripe does not say, or says a word that this version does not know. */
  dashboard: AccountDashboard | null;
  /** Whether the details were submitted: `derived.reason` does not tell where the account is on hold. */
  detailsSubmitted: boolean;
}

/** Who the account is. Null for a deleted stub and for anything that is not an account. */
export function accountFacts(account: unknown): AccountFacts | null {
  const raw = record(account);
  const id = text(raw["id"]);
  if (id === null || raw["deleted"] === true) return null;
  const facts = isAccountV2(account) ? factsV2(id, raw) : factsV1(id, raw);
  return { detailsSubmitted: normalizeAccount(account, null).detailsSubmitted, ...facts };
}

type FactsOfApi = Omit<AccountFacts, "detailsSubmitted">;

function factsV1(id: string, raw: Readonly<Record<string, unknown>>): FactsOfApi {
  const controller = record(raw["controller"]);
  const type = text(raw["type"]);
  const dashboard = text(record(controller["stripe_dashboard"])["type"]) ?? DASHBOARD_OF_TYPE[type ?? ""] ?? type;
  return {
    account: {
      id,
      displayName:
        text(record(raw["business_profile"])["name"]) ??
        text(record(record(raw["settings"])["dashboard"])["display_name"]) ??
        text(record(raw["company"])["name"]) ??
        nameOf(raw["individual"]),
      country: text(raw["country"])?.toUpperCase() ?? null,
      defaultCurrency: text(raw["default_currency"])?.toLowerCase() ?? null,
      createdAt: isoTime(raw["created"]),
    },
    hosted: grantsHosted(dashboard, text(record(controller["losses"])["payments"])),
    platformCollects: platformCollects(controller, type),
    dashboard: knownDashboard(dashboard),
  };
}

function factsV2(id: string, raw: Readonly<Record<string, unknown>>): FactsOfApi {
  const defaults = record(raw["defaults"]);
  const identity = record(raw["identity"]);
  const responsibilities = record(defaults["responsibilities"]);
  const dashboard = text(raw["dashboard"]);
  return {
    account: {
      id,
      displayName:
        text(raw["display_name"]) ??
        text(record(defaults["profile"])["doing_business_as"]) ??
        text(record(identity["business_details"])["registered_name"]) ??
        nameOf(identity["individual"]),
      country: text(identity["country"])?.toUpperCase() ?? null,
      defaultCurrency: text(defaults["currency"])?.toLowerCase() ?? null,
      createdAt: isoTime(raw["created"]),
    },
    hosted: grantsHosted(dashboard, text(responsibilities["losses_collector"])),
    platformCollects: text(responsibilities["requirements_collector"]) === "application",
    dashboard: knownDashboard(dashboard),
  };
}

/** Accounts of before there were controllers say their type alone. */
const DASHBOARD_OF_TYPE: Readonly<Record<string, AccountDashboard>> = { custom: "none", standard: "full" };

const knownDashboard = (word: string | null): AccountDashboard | null =>
  DASHBOARDS.find((known) => known === word) ?? null;

/** Refused for accounts without a Stripe-hosted dashboard where Stripe carries the losses. */
function grantsHosted(dashboard: string | null, losses: string | null): boolean {
  return (dashboard !== null && dashboard !== "none") || losses === "application";
}

/** Of an account without a controller its type tells. */
function platformCollects(controller: Readonly<Record<string, unknown>>, type: string | null): boolean {
  const collector = text(controller["requirement_collection"]);
  return collector === null ? type === "custom" : collector === "application";
}
