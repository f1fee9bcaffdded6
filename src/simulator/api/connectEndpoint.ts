import type { AccountHolder } from "../account/answers.js";
import type { Accounts } from "../account/accounts.js";
import { type CollectionOptions, componentView } from "../account/componentView.js";
import { sectionData } from "../account/sectionData.js";
import { seconds, type TimeKeeper } from "../clock.js";
import type { Faults } from "../faults.js";
import type { Sessions } from "./sessions.js";
import { StripeFailure } from "./stripeFailure.js";

/** What the stand-in for connect.js calls: `/_connect/claim`, `view`, `answers`, `submit`, `logout`. */
export const CONNECT_PATH = /\/_connect\/(claim|view|answers|submit|logout)$/;

interface Wiring {
  accounts: Accounts;
  holder: AccountHolder;
  sessions: Sessions;
  faults: Faults;
  time: TimeKeeper;
  livemode: boolean;
  /** Journals what was changed and starts what follows from it. */
  commit: () => Promise<void>;
}

/** Any page may call it: the single-use secret is what counts, as with Stripe's own script. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-allow-methods": "POST",
  "stripe-simulator": "1",
};

export async function answerConnect(request: Request, wiring: Wiring): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
  const what = CONNECT_PATH.exec(new URL(request.url).pathname)?.[1] ?? "";
  try {
    if (request.method !== "POST") throw new StripeFailure(405, "invalid_request_error", "Use POST.");
    const body = await readObject(request);
    await wiring.faults.delay(request.signal);
    const fault = wiring.faults.take("connect");
    if (fault !== null) throw new StripeFailure(503, "api_error", "Stripe is down.");
    const result = what === "claim" ? claim(body, wiring) : act(what, request, body, wiring);
    await wiring.commit();
    return Response.json(result, { headers: CORS });
  } catch (failure) {
    if (!(failure instanceof StripeFailure)) throw failure;
    return Response.json(failure.envelope(), { status: failure.status, headers: CORS });
  }
}

const notOpen = (message: string) => new StripeFailure(401, "authentication_error", message);

/** Changes the secret, once, for a token. */
function claim(body: Record<string, unknown>, { sessions, accounts, livemode }: Wiring): unknown {
  const secret = body["client_secret"];
  const session = typeof secret === "string" ? sessions.claim(secret) : null;
  if (!session) throw notOpen("This account session is unknown, expired or was used before.");
  const { controller } = accounts.find(session.account);
  return {
    token: session.token,
    components: Object.keys(session.granted),
    livemode,
    // Stripe asks the account holder to sign in, unless the platform collects the requirements itself.
    sign_in: controller.collection === "stripe",
  };
}

function act(what: string, request: Request, body: Record<string, unknown>, wiring: Wiring): unknown {
  const { sessions, accounts, holder, time } = wiring;
  const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (what === "logout") {
    sessions.logout(token);
    return {};
  }
  const session = sessions.open(token);
  if (!session) throw notOpen("This session has ended.");
  const { account } = session;
  const component = String(body["component"]);
  if (!Object.hasOwn(session.granted, component)) {
    throw new StripeFailure(400, "invalid_request_error", `The account session does not allow ${component}.`);
  }
  const faults = what === "answers" ? holder.answer(account, texts(body["answers"])) : [];
  const missing = what === "submit" ? holder.submit(account) : [];
  const record = accounts.find(account);
  return {
    faults,
    missing,
    view: componentView(record, options(body["options"])),
    sections: { granted: session.granted, data: sectionData(record, seconds(time.now())) },
  };
}

async function readObject(request: Request): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await request.json();
    if (isObject(body)) return body;
  } catch {
    // Not JSON: said below, as for any other wrong body.
  }
  throw new StripeFailure(400, "invalid_request_error", "The body is not a JSON object.");
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function texts(value: unknown): Record<string, string> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : [])));
}

function options(value: unknown): CollectionOptions {
  if (!isObject(value)) return {};
  const { futureRequirements, requirements } = value;
  const list = (name: string) => {
    const keys = isObject(requirements) ? requirements[name] : undefined;
    return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : null;
  };
  const only = list("only");
  const exclude = list("exclude");
  return {
    futureRequirements: futureRequirements === "include" ? "include" : "omit",
    ...(only ? { requirements: { only } } : exclude ? { requirements: { exclude } } : {}),
  };
}
