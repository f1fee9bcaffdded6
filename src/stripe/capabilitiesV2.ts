import type { Capability } from "../core/connection.js";
import { list, record, text } from "./untyped.js";

/** A capability of a v2 account, which says more than `active` or not. */
export interface CapabilityV2 extends Capability {
  /** Stripe's status, such as `rejected`; also of statuses that this version does not know. */
  rawStatus: string;
  /** Stripe's `resolution` of the reason, such as `provide_info`, or null. */
  resolution: string | null;
}

const STATUS: Readonly<Record<string, Capability["status"]>> = {
  active: "active",
  pending: "pending",
  rejected: "inactive",
  restricted: "inactive",
  unsupported: "inactive",
};
const BEST_FIRST: readonly Capability["status"][] = ["active", "pending", "inactive", "unknown"];

/** A capability can have several reasons at once: the gravest first, those that pass by themselves or by an answer last. */
const GRAVEST_FIRST: readonly RegExp[] = [
  /^rejected_/,
  /^unsupported_country$/,
  /^unsupported_entity_type$/,
  /^unsupported_business$/,
  /^restricted_other$/,
  /^(?!requirements_|determining_status$)./,
  /^requirements_past_due$/,
  /^requirements_pending_verification$/,
  /./,
];

/** All capabilities of all configurations by name; `stripe_balance.payouts` stands for the nested ones. */
export function capabilitiesV2(configuration: unknown): CapabilityV2[] {
  const found = new Map<string, CapabilityV2>();
  const all = Object.values(record(configuration)).flatMap((part) => walk(record(part)["capabilities"], ""));
  // Merchant and recipient can both have payouts: one that works is enough.
  for (const one of all.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    if (!found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()];
}

/** Best first, and the same order whatever Stripe's. `rejected` comes before `restricted`: it is the graver news. */
function rank(one: CapabilityV2): string {
  return [BEST_FIRST.indexOf(one.status), one.rawStatus, one.reason ?? "", one.resolution ?? ""].join();
}

function walk(node: unknown, path: string): CapabilityV2[] {
  return Object.entries(record(node)).flatMap(([name, value]) => {
    const status = text(record(value)["status"]);
    if (status === null) return path === "" ? walk(value, `${name}.`) : [];
    const [gravest] = list(record(value)["status_details"])
      .map((detail) => ({ code: text(record(detail)["code"]), resolution: text(record(detail)["resolution"]) }))
      .toSorted((a, b) => (gravity(a) < gravity(b) ? -1 : 1));
    return [
      {
        name: path + name,
        status: Object.hasOwn(STATUS, status) ? (STATUS[status] ?? "unknown") : "unknown",
        rawStatus: status,
        reason: gravest?.code ?? null,
        resolution: gravest?.resolution ?? null,
      },
    ];
  });
}

/** As text, so that equally grave ones have an order of their own. */
function gravity({ code, resolution }: { code: string | null; resolution: string | null }): string {
  const place = GRAVEST_FIRST.findIndex((rule) => rule.test(code ?? ""));
  return [place === -1 ? GRAVEST_FIRST.length : place, code ?? "", resolution ?? ""].join();
}
