import type Stripe from "stripe";
import { checkEndpoint } from "../../src/cli/doctor/endpoints.js";
import { ask, CALL, eachOf } from "../../src/server/stripe/stripeGateway.js";
import { lookFor, orSkip } from "../calls.js";
import { type Check, type CheckContext, Differs, expectThat, Skipped } from "../check.js";
import { INBOX_PORT } from "../stripeSide.js";

/** Webhooks take seconds; more than this and none will come. ms */
const PATIENCE = 60_000;
const ENDED = "account.application.deauthorized";

export const afterDeletion: Check = {
  id: "A5",
  title: `our deletion of an account is told by ${ENDED}`,
  does: `listen on port ${INBOX_PORT} for the webhooks that follow the deletion of A4`,
  async run({ place, found, signal }) {
    const { inbox } = place;
    const id = found.deletedAccount;
    if (!inbox) {
      throw new Skipped(
        `run \`stripe listen --forward-connect-to 127.0.0.1:${INBOX_PORT}/webhooks\` and set STRIPE_WEBHOOK_SECRET to the secret that it prints`,
      );
    }
    if (id === undefined) throw new Skipped("A4 deleted no account");
    const typesOf = () => inbox.received.filter(({ account }) => account === id).map(({ type }) => type);
    const look = async () => (typesOf().includes(ENDED) ? typesOf() : null);
    const types = await lookFor(look, { every: 250, ms: PATIENCE, signal });
    if (types) return `told ${[...new Set(types)].join(", ")}`;
    if (inbox.received.length === 0)
      throw new Skipped(`no webhook came in ${PATIENCE / 1000} s: is \`stripe listen\` running?`);
    throw new Differs(`only ${[...new Set(typesOf())].join(", ") || "events of other accounts"}`, ENDED);
  },
};

export const endpointScope: Check = {
  id: "A8",
  title: "an endpoint of connected accounts is told by its `application`",
  does: "create two webhook endpoints, one for connected accounts, and list them",
  async run(context) {
    const connected = await makeEndpoint(context, true);
    const own = await makeEndpoint(context, false);
    const endpoints: Stripe.WebhookEndpoint[] = [];
    const { webhookEndpoints } = context.place.stripe;
    for await (const endpoint of eachOf(() => webhookEndpoints.list({ limit: 100 }, CALL))) {
      // The doctor also looks at the events, which these endpoints don't have.
      endpoints.push({ ...endpoint, enabled_events: ["*"] });
    }
    const applicationOf = (url: string) => endpoints.find((endpoint) => endpoint.url === url)?.application;
    const [first, second] = [applicationOf(connected), applicationOf(own)].map((application) =>
      typeof application === "string" ? "an id" : String(application),
    );
    expectThat(
      first === "an id" && second === "null",
      `\`application\` is ${first} for connected accounts, ${second} for the platform's own`,
      "an id and null: else the doctor can't tell the two apart",
    );
    const url = connected.replace(/\/webhooks$/, "");
    checkEndpoint(endpoints, "test", { url, simulated: context.place.isSimulated });
    return "";
  },
};

async function makeEndpoint({ place, ledger }: CheckContext, connect: boolean): Promise<string> {
  const url = `${place.endpointUrl}/${connect ? "connected" : "own"}/webhooks`;
  const make = () => ask(() => place.makeEndpoint({ url, connect }));
  await orSkip("a webhook endpoint", ledger.make(place.endpoints, make));
  return url;
}
