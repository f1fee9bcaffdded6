import Stripe from "stripe";
import { describeConnection } from "../../src/messages/describe/describeConnection.js";
import { requirements as words } from "../../src/messages/en/requirements.js";
import { presentConnection } from "../../src/server/presentConnection.js";
import type { StoredConnection } from "../../src/server/store/storedConnection.js";
import { withholdReasons } from "../../src/server/withholdReasons.js";
import { createStripeSimulator, type ScenarioName } from "../../src/simulator/index.js";
import { accountFacts } from "../../src/stripe/accountFacts.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { clientOf, PARAMS, SECRET } from "./stripeClient.js";

const START = Date.parse("2026-11-22T14:02:00.000Z");
const VIEWER = { tenant: "tenant_42", can: { view: true, connect: true, update: true, disconnect: true } };

/** What becomes of an account in a scenario: as Stripe's API gives it, and as a card tells it. */
export async function walk(name: ScenarioName, isUnheardOf: boolean) {
  const simulator = createStripeSimulator({ now: () => START, randomText: numbered() });
  // What no document of today knows can't be held against it.
  const stripe = isUnheardOf
    ? new Stripe(simulator.secretKey, {
        httpClient: Stripe.createFetchHttpClient((input: Request | string | URL, init?: RequestInit) =>
          simulator.fetch(input, init),
        ),
        maxNetworkRetries: 0,
      })
    : clientOf(simulator);
  const { id } = await stripe.accounts.create(PARAMS);
  const at = () => new Date(simulator.clock.now()).toISOString();

  let connectedAt: string | null = null;
  const read = async () => {
    const account = await stripe.accounts.retrieve(id).catch((refused: unknown) => {
      if (refused instanceof Stripe.errors.StripePermissionError) return null;
      throw refused;
    });
    const persons = account ? (await stripe.accounts.listPersons(id)).data : [];
    const derived = deriveConnection(account, { connectedAt, persons });
    if (derived.status === "connected") connectedAt ??= at();
    return { account, derived };
  };
  // As a server does: whatever happens, the account is read again.
  simulator.deliverWebhooksTo(async () => {
    await read();
    return new Response();
  }, SECRET);
  await simulator.run(name, id);
  await simulator.idle();
  const { account, derived } = await read();
  const facts = accountFacts(account);
  const stored: StoredConnection = {
    tenant: "tenant_42",
    mode: "test",
    readAt: at(),
    state: facts ? "linked" : "disconnected",
    generation: 1,
    revision: 1,
    claim: null,
    accountId: id,
    platformId: null,
    ending: null,
    snapshot: facts && { derived, ...facts, simulated: true },
    startedBy: null,
    statusSince: at(),
    checkedAt: at(),
    connectedAt,
    disconnectedAt: facts ? null : at(),
    disconnectedWhy: facts ? null : "removed_at_stripe",
    lastEventId: null,
  };
  const shown = presentConnection(stored, VIEWER, {
    mode: "test",
    now: simulator.clock.now(),
    scope: "scope",
    countries: [],
    redact: withholdReasons,
  });
  await simulator.close();
  return { derived, shown, told: told(shown) };
}

/** All that a card says, a line each. */
function told(connection: Parameters<typeof describeConnection>[0]): string[] {
  const { label, sentence, detail, notices, rows, checking, payments, payouts, primary } = describeConnection(
    connection,
    {
      platformName: "Acme Cloud",
      requirementMessages: words,
      relative: true,
    },
  );
  return [
    `${label}: ${sentence}`,
    ...(detail === null ? [] : [detail]),
    ...notices.map(({ tone, title, text }) => `(${tone}) ${[title, text].filter(Boolean).join(" ")}`),
    ...rows.map((row) =>
      [
        `- ${row.title}${row.person === null ? "" : ` for ${row.person}`}: ${row.text}`,
        row.due && `${row.due.text}, ${row.due.hint}.`,
      ]
        .filter(Boolean)
        .join(" "),
    ),
    ...checking.map((row) => `~ ${row.title}`),
    `Payments ${payments}, payouts ${payouts}.`,
    ...(primary ? [`[${primary.label}]`] : []),
  ];
}

/** The same ids in every run. */
function numbered(): (length: number) => string {
  let count = 0;
  return (length) => String((count += 1)).padStart(length, "0");
}
