import type Stripe from "stripe";
import { type SectionName, type SectionPermissions, SECTIONS } from "../../src/core/permissions.js";
import { DEFAULT_V1 } from "../../src/server/stripe/accountParams.js";
import { hasReadOnlyForm, sectionComponents } from "../../src/server/stripe/sectionComponents.js";
import { FORM_COMPONENTS } from "../../src/server/stripe/stripeGateway.js";
import { StripeFault } from "../../src/server/stripe/stripeFault.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { defaultAccount, faultOf, makeAccount, orSkip } from "../calls.js";
import { type Check, Differs, expectThat, lacksRight, saidBy } from "../check.js";

/** What Stripe may take to let an account session live. ms */
const SHORTEST_SESSION = 60_000;

const EXPRESS: Stripe.AccountCreateParams = {
  controller: { stripe_dashboard: { type: "express" } },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
};

const creation: Check = {
  id: "A1",
  title: "the default account can be created",
  does: "create an account as the handler does by default (no dashboard, Stripe liable for losses) and read it",
  async run({ place, ledger, country, found }) {
    const id = await makeAccount({ place, ledger }, { ...DEFAULT_V1, country }).catch((thrown: unknown) => {
      if (!(thrown instanceof StripeFault) || thrown.kind !== "refused" || lacksRight(thrown)) throw thrown;
      throw new Differs(saidBy(thrown), `it is created. The handler answers ${thrown.code}: ${thrown.message}`);
    });
    const { account } = await place.gateway.retrieveAccount(id);
    const { controller } = account as Stripe.Account;
    const said = [
      controller?.stripe_dashboard?.type,
      controller?.losses?.payments,
      controller?.fees?.payer,
      controller?.requirement_collection,
    ].join(", ");
    expectThat(
      said === "none, stripe, account, stripe",
      `dashboard, losses, fees and collection are ${said}`,
      "none, stripe, account, stripe",
    );
    const { status, reason } = deriveConnection(account);
    expectThat(
      reason === "details_not_submitted",
      `an account that we read as ${status} (${reason})`,
      "an account that waits for its details",
    );
    found.defaultAccount = id;
    return `in ${country}`;
  },
};

/** Stripe collects the requirements of the default account, and so a viewer gets no section with a form of its own. */
const READ_ONLY = SECTIONS.filter((name) => hasReadOnlyForm(name, false));
const permit = (names: readonly SectionName[]): SectionPermissions =>
  Object.fromEntries(names.map((name) => [name, true]));
const SESSIONS = {
  onboarding: FORM_COMPONENTS.onboarding,
  management: FORM_COMPONENTS.management,
  "sections of an editor": sectionComponents(permit(SECTIONS), true),
  "sections of a viewer": sectionComponents(permit(READ_ONLY), false),
};

const sessions: Check = {
  id: "A2",
  title: "it gets sessions for onboarding, for management with the notification banner, and for every section",
  does: "create four account sessions for it",
  async run(context) {
    const id = defaultAccount(context);
    const lives: string[] = [];
    for (const [purpose, components] of Object.entries(SESSIONS)) {
      const { clientSecret, expiresAt } = await context.place.gateway.createAccountSession(id, components);
      expectThat(clientSecret !== "", `a session for ${purpose} without a client secret`, "a client secret");
      const life = Date.parse(expiresAt) - Date.now();
      // The simulator's clock is its own.
      const isLong = context.place.isSimulated || life > SHORTEST_SESSION;
      expectThat(isLong, `a session that lives for ${Math.round(life / 1000)} s`, "a minute at least");
      lives.push(`${purpose} ${Math.round(life / 60_000)} min`);
    }
    return lives.join(", ");
  },
};

const links: Check = {
  id: "A3",
  title: "Stripe's hosted page is refused for it, and granted to an Express account",
  does: "ask for an account link for it, create an Express account and ask for two links for that one",
  async run(context) {
    const { place, ledger, country } = context;
    const urls = { returnUrl: "https://example.com/return", refreshUrl: "https://example.com/refresh" };
    const refused = await faultOf(
      place.gateway.createOnboardingLink(defaultAccount(context), { ...urls, asksAhead: false }),
    );
    if (!refused) throw new Differs("a link for an account without a dashboard", "Stripe refuses it");
    expectThat(refused.kind === "refused", saidBy(refused), "a refusal that is final");
    const express = await orSkip("an Express account", makeAccount({ place, ledger }, { ...EXPRESS, country }));
    for (const asksAhead of [false, true]) {
      const { url } = await place.gateway.createOnboardingLink(express, { ...urls, asksAhead });
      const { origin } = new URL(url);
      expectThat(
        origin === "https://connect.stripe.com",
        `a link to ${origin}`,
        "a link to https://connect.stripe.com",
      );
    }
    return `refused with ${refused.status}; \`collection_options\` are taken`;
  },
};

const deletion: Check = {
  id: "A4",
  title: "a deleted account reads as gone, and can be deleted again",
  does: "delete it, read it and delete it once more",
  async run(context) {
    const { place, ledger, found } = context;
    const id = defaultAccount(context);
    await place.gateway.deleteAccount(id);
    ledger.strike(id);
    delete found.defaultAccount;
    found.deletedAccount = id;
    const said: string[] = [];
    for (const [what, ask] of [
      ["a read", () => place.gateway.retrieveAccount(id)],
      ["a second deletion", () => place.gateway.deleteAccount(id)],
    ] as const) {
      const fault = await faultOf(ask());
      if (!fault) throw new Differs(`${what} succeeds`, "Stripe has no such account any more");
      expectThat(fault.kind === "gone", `${what}: ${saidBy(fault)}`, "403 account_invalid");
      said.push(`${what} ${fault.status}`);
    }
    return said.join(", ");
  },
};

export const accountChecks: readonly Check[] = [creation, sessions, links, deletion];
