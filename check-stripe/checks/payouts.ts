import type Stripe from "stripe";
import { StripeFault } from "../../src/server/stripe/stripeFault.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { lookFor, makeAccount } from "../calls.js";
import { type Check, type CheckContext, expectThat, saidBy, Skipped } from "../check.js";

/** Stripe checks test values within seconds. ms */
const PATIENCE = 90_000;

/** Only an account whose requirements the platform collects can be filled in without a browser. */
const TRANSFERS_ONLY = {
  controller: {
    stripe_dashboard: { type: "none" },
    losses: { payments: "application" },
    fees: { payer: "application" },
    requirement_collection: "application",
  },
  capabilities: { transfers: { requested: true } },
  business_type: "individual",
  business_profile: { mcc: "5734", url: "https://accessible.stripe.com", product_description: "Software" },
} as const satisfies Stripe.AccountCreateParams;

/** Values that Stripe's checks accept in test mode. @see https://docs.stripe.com/connect/testing */
const PERSON = {
  first_name: "Jenny",
  last_name: "Rosen",
  email: "jenny.rosen@example.com",
  phone: "0000000000",
  dob: { day: 1, month: 1, year: 1901 },
  verification: { document: { front: "file_identity_document_success" } },
} as const;

interface Residence {
  country: string;
  params: Stripe.AccountCreateParams;
}

/** In some countries Stripe grants transfers alone only to recipients of another country's platform. */
const RESIDENCES: readonly Residence[] = [
  {
    country: "US",
    params: {
      external_account: "btok_us",
      individual: {
        ...PERSON,
        id_number: "000000000",
        address: { line1: "address_full_match", city: "South San Francisco", state: "CA", postal_code: "94080" },
      },
    },
  },
  {
    country: "DE",
    params: {
      external_account: {
        object: "bank_account",
        country: "DE",
        currency: "eur",
        account_number: "DE89370400440532013000",
      },
      individual: {
        ...PERSON,
        address: { line1: "address_full_match", city: "Berlin", postal_code: "10115", country: "DE" },
      },
    },
  },
];

export const transfersOnly: Check = {
  id: "A6",
  title: "an account for transfers alone is ready without `charges_enabled`",
  does: "create an account that asks for transfers only, fill it in with Stripe's test values and read it",
  async run(context) {
    const { place, signal } = context;
    const { id, country } = await create(context);
    await place.fillIn(id);
    let last: Stripe.Account | null = null;
    const ready = await lookFor(
      async () => {
        const { account } = await place.gateway.retrieveAccount(id);
        last = account as Stripe.Account;
        return last.payouts_enabled && last.capabilities?.transfers === "active" ? last : null;
      },
      { every: 2_000, ms: place.isSimulated ? 0 : PATIENCE, signal },
    );
    if (!ready) throw new Skipped(`the test values did not make it ready: ${stillDue(last)}`);
    const { status, reason } = deriveConnection(ready);
    expectThat(status === "connected", `an account that we read as ${status} (${reason})`, "connected");
    expectThat(
      !ready.charges_enabled,
      `charges_enabled is true (the card says ${status}, as it should)`,
      "charges_enabled stays false, as the simulator has it",
    );
    return `in ${country}: ${status} (${reason})`;
  },
};

async function create(context: CheckContext): Promise<{ id: string; country: string }> {
  const refusals: string[] = [];
  const now = Math.floor(Date.now() / 1000);
  for (const { country, params } of RESIDENCES.toSorted((a, b) => rank(a, context) - rank(b, context))) {
    const service_agreement = country === context.country ? "full" : "recipient";
    const tos_acceptance = { date: now, ip: "127.0.0.1", service_agreement };
    try {
      const id = await makeAccount(context, { ...TRANSFERS_ONLY, ...params, country, tos_acceptance });
      return { id, country };
    } catch (thrown) {
      if (!(thrown instanceof StripeFault) || thrown.kind !== "refused") throw thrown;
      refusals.push(`${country}: ${saidBy(thrown)}`);
    }
  }
  throw new Skipped(`such an account is refused: ${refusals.join("; ")}`);
}

/** The platform's own country first. */
const rank = ({ country }: Residence, context: CheckContext) => (country === context.country ? 0 : 1);

function stillDue(account: Stripe.Account | null): string {
  const due = account?.requirements?.currently_due ?? [];
  return due.length > 0 ? `it still needs ${due.join(", ").replace(/person_\w+/g, "person_…")}` : "nothing is due";
}
