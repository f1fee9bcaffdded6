import { DEFAULT_V2 } from "../../src/server/stripe/accountParams.js";
import { PAGE } from "../../src/server/stripe/accountsV2.js";
import { ask, CALL, FORM_COMPONENTS } from "../../src/server/stripe/stripeGateway.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { faultOf, makeAccountV2, orSkip } from "../calls.js";
import { type Check, type CheckContext, Differs, expectThat, saidBy } from "../check.js";

/** More than v2 gives at once, as the simulator has it. */
const TOO_MANY = 100;

export const accountsV2: Check = {
  id: "A9",
  title: "accounts of v2 are listed in pages, held by v1's list, and closed",
  does: "create two accounts by v2, list accounts and persons, ask v1 for a session and a link, and close one",
  async run(context) {
    const { place, ledger } = context;
    const { gatewayV2 } = place;
    const first = await make(context);
    const second = await make(context);
    const { account } = await gatewayV2.retrieveAccount(first);
    const { status, reason } = deriveConnection(account);
    expectThat(
      reason === "details_not_submitted",
      `an account that we read as ${status} (${reason})`,
      "an account that waits for its details",
    );
    const notes = [await pages(context, first), await order(context, [first, second]), await faceOfV1(context, first)];

    await gatewayV2.deleteAccount(first);
    ledger.strike(first);
    const closed = (await gatewayV2.retrieveAccount(first)).account;
    expectThat("closed" in closed && closed.closed === true, "the account is not closed", "closed: true");
    // Done already is done.
    await gatewayV2.deleteAccount(first);
    return [...notes, "closing one with a balance is not tried"].join("; ");
  },
};

function make(context: CheckContext): Promise<string> {
  const params = {
    ...DEFAULT_V2,
    contact_email: "jenny.rosen@example.com",
    identity: { country: context.country.toLowerCase() },
  };
  return orSkip("an account of v2", makeAccountV2(context, params));
}

/** How many v2 gives at once. */
async function pages({ place }: CheckContext, id: string): Promise<string> {
  const { accounts } = place.stripe.v2.core;
  const lists = {
    accounts: (limit: number) => faultOf(ask(() => accounts.list({ limit }, CALL))),
    persons: (limit: number) => faultOf(ask(() => accounts.persons.list(id, { limit }, CALL))),
  };
  for (const [name, list] of Object.entries(lists)) {
    const refused = await list(PAGE);
    if (refused) throw new Differs(`${name}, ${PAGE} at once: ${saidBy(refused)}`, "they are given");
    const given = (await list(TOO_MANY)) === null;
    expectThat(!given, `${name}, ${TOO_MANY} at once are given`, `they are refused: ${PAGE} is the most`);
  }
  return `${PAGE} at once`;
}

/** Which end v2's list begins with, and whether v1's has its accounts. */
async function order({ place }: CheckContext, [older, newer]: [older: string, newer: string]): Promise<string> {
  const { data } = await ask(() => place.stripe.v2.core.accounts.list({ limit: PAGE }, CALL));
  const times = data.map(({ created }) => Date.parse(created));
  const falls = times.every((time, at) => at === 0 || time <= (times[at - 1] ?? Number.POSITIVE_INFINITY));
  expectThat(falls, "v2's list does not begin with the newest", "the newest first");
  const ofV1 = await ask(() => place.stripe.accounts.list({ limit: 100 }, CALL));
  const held = [older, newer].filter((id) => ofV1.data.some((account) => account.id === id));
  expectThat(held.length === 2, `v1's list has ${held.length} of two new accounts of v2`, "both");
  return "the newest first, also in v1's list";
}

/** Sessions and links are v1's for both. */
async function faceOfV1({ place }: CheckContext, id: string): Promise<string> {
  for (const components of Object.values(FORM_COMPONENTS)) await place.gatewayV2.createAccountSession(id, components);
  const link = { returnUrl: "https://example.com/return", refreshUrl: "https://example.com/refresh", asksAhead: true };
  const refused = await faultOf(place.gatewayV2.createOnboardingLink(id, link));
  if (!refused) throw new Differs("a link for an account without a dashboard", "Stripe refuses it, as for v1");
  return "sessions by v1";
}
