import type Stripe from "stripe";
import { DEFAULT_V1 } from "../../src/server/stripe/accountParams.js";
import { ask, CALL, createStripeGateway, STRIPE_VERSION } from "../../src/server/stripe/stripeGateway.js";
import { faultOf, makeAccount } from "../calls.js";
import { type Check, Differs, expectThat, saidBy, Skipped } from "../check.js";

/** A country that is none. */
const NOWHERE = "ZZ";

const idempotency: Check = {
  id: "A10",
  title: "an idempotency key gives the same account, and is free again after a refusal",
  does: "send one idempotency key with a wrong country, with a right one twice, and with other parameters",
  async run(context) {
    const { place, country } = context;
    const key = `rsc-check:${crypto.randomUUID()}`;
    const send = (params: object) => makeAccount(context, { ...DEFAULT_V1, ...params }, key);

    const wrong = await faultOf(send({ country: NOWHERE }));
    if (!wrong) throw new Differs(`an account in ${NOWHERE}`, "Stripe refuses it");
    expectThat(
      wrong.code === "country_unsupported",
      `${saidBy(wrong)}, which we read as ${wrong.code}`,
      "a refusal that we read as country_unsupported",
    );
    const blocked = await faultOf(send({ country }));
    if (blocked?.kind === "key_reused") throw new Differs(saidBy(blocked), "a refused request leaves its key free");
    if (blocked) throw new Skipped(`the account is refused: ${saidBy(blocked)}`);
    const id = await send({ country });
    const again = await send({ country });
    expectThat(again === id, "the same request made a second account", "the same account");
    const other = await faultOf(send({ country, email: "jenny.rosen@example.com" }));
    if (!other) throw new Differs("the key is taken with other parameters", "Stripe refuses it");
    expectThat(other.kind === "key_reused", saidBy(other), "idempotency_error");

    if (place.nextDay === null) return "after a day is not tried";
    await place.nextDay();
    const later = await send({ country });
    expectThat(later !== id, "the key is kept for longer than a day", "it is forgotten");
    return "forgotten after a day";
  },
};

const restrictedKey: Check = {
  id: "A11",
  title: "a restricted key without the right to read balances is told so by name",
  does: "read the balance with STRIPE_RESTRICTED_KEY, a restricted test key without that right",
  async run({ place }) {
    const stripe = place.withoutBalance();
    if (!stripe)
      throw new Skipped("set STRIPE_RESTRICTED_KEY to a restricted test key without the right to read balances");
    const fault = await faultOf(createStripeGateway(stripe).isLive());
    if (!fault) throw new Skipped("the restricted key may read balances");
    expectThat(
      fault.kind === "refused" && /\brak_\w+/.test(fault.message),
      saidBy(fault),
      "403 with the name of the right, which begins with rak_",
    );
    return /\brak_\w+/.exec(fault.message)?.[0] ?? "";
  },
};

const version: Check = {
  id: "A12",
  title: "Stripe answers in the version that we ask for",
  does: `ask for version ${STRIPE_VERSION}, whatever the platform's own version is`,
  async run({ place }) {
    const balance = await ask(() => place.stripe.balance.retrieve({}, CALL));
    const answered = headerOf(balance.lastResponse.headers, "stripe-version");
    expectThat(answered === STRIPE_VERSION, `version ${answered}`, STRIPE_VERSION);
    const own = await place.ownVersion();
    if (own === STRIPE_VERSION) return "which is the platform's own, too: this shows little";
    return own === null ? "" : `the platform's own is ${own}`;
  },
};

/** The SDK's Node client gives headers as a plain object, its fetch client as `Headers`; its types know the first only. */
function headerOf(headers: Stripe.Response<object>["lastResponse"]["headers"] | Headers, name: string): string {
  return (headers instanceof Headers ? headers.get(name) : headers[name]) ?? "none";
}

export const requestChecks: readonly Check[] = [idempotency, restrictedKey, version];
