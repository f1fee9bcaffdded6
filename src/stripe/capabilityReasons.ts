import type { Capability, DerivedConnection } from "../core/connection.js";
import { normalizeAccountV1 } from "./accountV1.js";
import { isAccountV2 } from "./normalizeAccount.js";
import { record, text } from "./untyped.js";

/** Why capabilities are off, by their names. */
export type CapabilityReasons = Readonly<Record<string, string>>;

/** What was read of the account before. */
type Before = Pick<DerivedConnection, "capabilities" | "disabledReason">;

/**
 * Whether the account leaves open why something is off, and `known` does not say it either: v1 tells it on the
 * capabilities only. What is due says it already, and so does a form that was never finished.
 */
export function leavesReasonsOpen(account: unknown, known: CapabilityReasons): boolean {
  if (isAccountV2(account)) return false;
  const { detailsSubmitted, disabledReason, capabilities } = normalizeAccountV1(account, null);
  if (!detailsSubmitted || disabledReason?.startsWith("requirements.")) return false;
  return capabilities.some(({ name, status }) => status === "inactive" && !Object.hasOwn(known, name));
}

/** What was found out before, of what was off then. It holds while the whole account is off for the same reason. */
export function reasonsStillTrue(account: unknown, before: Before | null): CapabilityReasons {
  if (isAccountV2(account) || before?.disabledReason !== normalizeAccountV1(account, null).disabledReason) return {};
  return Object.fromEntries(
    before.capabilities.flatMap(({ name, status, reason }) =>
      status === "inactive" && reason !== null ? [[name, reason] as const] : [],
    ),
  );
}

/** From Stripe's Capability objects, as `accounts.listCapabilities` gives them. */
export function capabilityReasons(capabilities: readonly unknown[]): CapabilityReasons {
  return Object.fromEntries(
    capabilities.flatMap((one) => {
      const name = text(record(one)["id"]);
      const reason = text(record(record(one)["requirements"])["disabled_reason"]);
      return name !== null && reason !== null ? [[name, reason] as const] : [];
    }),
  );
}

/** The capabilities with why they are off, where they do not say it themselves. */
export function withReasons(capabilities: readonly Capability[], reasons: CapabilityReasons): Capability[] {
  return capabilities.map((one) =>
    one.reason === null && one.status !== "active" && Object.hasOwn(reasons, one.name)
      ? { name: one.name, status: one.status, reason: reasons[one.name] ?? null }
      : one,
  );
}
