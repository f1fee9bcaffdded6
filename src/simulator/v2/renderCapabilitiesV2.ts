import type { AccountRecord } from "../account/accountRecord.js";
import type { Rendered } from "../account/renderRequirements.js";
import { capabilityStatus, flows, SWITCHING_ON } from "../account/standing.js";

interface CapabilityV2 {
  status: "active" | "pending" | "rejected" | "restricted" | "unsupported";
  status_details: { code: string; resolution: string }[];
}

/** The capabilities of one configuration; what was never asked for is left out. */
export function renderCapabilitiesV2(account: AccountRecord, configuration: "merchant" | "recipient"): Rendered {
  const payouts = payoutsOf(account);
  const has = (name: string) => account.capabilities[name] !== undefined;
  if (configuration === "merchant") {
    return has("card_payments")
      ? { card_payments: capabilityV2(account, "card_payments"), stripe_balance: { payouts } }
      : {};
  }
  return has("transfers") ? { stripe_balance: { payouts, stripe_transfers: capabilityV2(account, "transfers") } } : {};
}

function capabilityV2(account: AccountRecord, name: string): CapabilityV2 {
  const off = account.switchedOff?.[name];
  if (off === "rejected.unsupported_business") return because("unsupported", "unsupported_business", "contact_stripe");
  if (off !== undefined) return because("restricted", "restricted_other", "contact_stripe");
  const status = capabilityStatus(account, name);
  return status === "active" ? active : stopped(account, status === "pending");
}

/** v1 knows payouts by a switch of the account, v2 as a capability. */
function payoutsOf(account: AccountRecord): CapabilityV2 {
  if (flows(account, "payouts")) return active;
  const blocking = account.items.filter(({ blocks }) => blocks === "everything" || blocks === "payouts");
  const isDue = !account.detailsSubmitted || blocking.some(({ state }) => state === "past_due");
  return stopped(account, !isDue && (account.hold === null || account.hold === SWITCHING_ON));
}

const active: CapabilityV2 = { status: "active", status_details: [] };

const because = (status: CapabilityV2["status"], code: string, resolution: string): CapabilityV2 => ({
  status,
  status_details: [{ code, resolution }],
});

function stopped({ hold }: AccountRecord, isPending: boolean): CapabilityV2 {
  if (hold?.startsWith("rejected.")) {
    return because("rejected", `rejected_${hold.slice("rejected.".length)}`, "contact_stripe");
  }
  if (isPending) {
    const code = hold === SWITCHING_ON ? "determining_status" : "requirements_pending_verification";
    return because("pending", code, "no_resolution");
  }
  if (hold !== null && hold !== SWITCHING_ON) return because("restricted", "restricted_other", "contact_stripe");
  return because("restricted", "requirements_past_due", "provide_info");
}
