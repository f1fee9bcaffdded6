import { ownOrigins } from "./http/originCheck.js";
import * as v from "valibot";
import { MODES } from "../core/connection.js";
import { SECTIONS } from "../core/permissions.js";
import { isWebhookSecret } from "../core/stripeKeys.js";
import { assertPublishableKey } from "./assertStripeKeys.js";
import type { ConnectionHandlerOptions } from "./handlerOptions.js";
import { nearestName } from "./nearestName.js";
import { withoutSecrets } from "./withoutSecrets.js";

type Issue = v.BaseIssue<unknown>;

/** A message that shows the value. The value may be a secret in the wrong place, so secrets are taken out. */
const showing =
  (fix: string, verb = "is") =>
  ({ received }: Issue) =>
    `${verb} ${withoutSecrets(received)}: ${fix}`;

const objectOf = (message: string) =>
  v.custom<object>((value) => typeof value === "object" && value !== null, `must be ${message}`);

const requiredFunction = (fix: string) => v.function(`must be a function: ${fix}`);
const optionalFunction = v.optional(requiredFunction("pass one, or leave it out"));

const nonEmptyStrings = (fix: string) => {
  const message = `must be an array of strings: ${fix}`;
  return v.array(v.pipe(v.string(message), v.nonEmpty(message)), message);
};

const ABSOLUTE_URL = "pass an absolute http(s) URL without user and password";
const httpUrl = v.pipe(v.string(`must be a string: ${ABSOLUTE_URL}`), v.check(isHttpUrl, showing(ABSOLUTE_URL)));

const BASE_PATH = 'start with a slash and end without one, such as "/api/stripe/test"; the root is ""';
const ORIGINS = 'pass whole origins such as "https://app.example.com"';
const COUNTRIES = 'pass two capital letters for each, such as "DE"';
const SECTION_NAMES = 'pass names such as "payouts"';
const WEBHOOK_SECRETS =
  "must be an array with at least one secret: pass the `whsec_…` of each endpoint that sends to this handler";
const MALFORMED_SECRET =
  "contains an empty or malformed secret: copy the whole `whsec_…` from the endpoint, without spaces";

const isSection = (name: string) => SECTIONS.some((section) => section === name);

/** Says what was probably meant. */
function unknownSection({ input, received }: v.CheckItemsIssue<string[]>): string {
  const meant = nearestName(input, SECTIONS);
  const fix = meant === null ? `use names out of ${SECTIONS.join(", ")}` : `use "${meant}"`;
  return `contains ${withoutSecrets(received)}, which is not a section: ${fix}`;
}

const LOGGER_METHODS = ["info", "warn", "error"] as const;
const missingMethods = (logger: unknown) =>
  LOGGER_METHODS.filter((method) => typeof Reflect.get(Object(logger), method) !== "function");

/** A schema for every option; the compiler says when one is missing. A message goes on from the option's name. */
const entries = {
  stripe: objectOf("a Stripe client: pass `new Stripe(secretKey)` of the package `stripe`"),
  // `guardStore` checks its verbs.
  store: v.unknown(),
  authorize: requiredFunction("pass one that returns the viewer of a request"),
  webhookSecrets: v.pipe(
    v.array(
      // An empty secret verifies any signature: `stripe` before 23.1 takes a forged event for a real one.
      v.pipe(v.string(MALFORMED_SECRET), v.check(isWebhookSecret, MALFORMED_SECRET)),
      WEBHOOK_SECRETS,
    ),
    v.nonEmpty(WEBHOOK_SECRETS),
  ),
  mode: v.picklist(MODES, showing('pass "test" or "live"')),
  // `assertPublishableKey` compares it with the mode.
  publishableKey: v.unknown(),
  basePath: v.pipe(
    v.string(`must be a string: ${BASE_PATH}`),
    v.regex(/^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*$/, showing(BASE_PATH)),
  ),
  publicUrl: httpUrl,
  allowedOrigins: v.optional(
    v.pipe(
      nonEmptyStrings(ORIGINS),
      // A page's origin is compared letter by letter, and no page has a star in its own.
      v.checkItems((origin) => isHttpUrl(origin) && !origin.includes("*"), showing(ORIGINS, "contains")),
    ),
  ),
  countries: v.optional(
    v.pipe(
      nonEmptyStrings(COUNTRIES),
      v.checkItems((country) => /^[A-Z]{2}$/.test(country), showing(COUNTRIES, "contains")),
    ),
  ),
  sections: v.optional(
    v.pipe(
      nonEmptyStrings(SECTION_NAMES),
      v.checkItems(isSection, unknownSection),
      v.checkItems((name, at, names) => names.indexOf(name) === at, showing("name it once", "contains twice")),
    ),
  ),
  accounts: v.optional(v.picklist(["v1", "v2"], showing('pass "v1" or "v2"'))),
  accountParams: optionalFunction,
  returnUrl: v.optional(httpUrl),
  refreshUrl: v.optional(httpUrl),
  ready: optionalFunction,
  requiredCapabilities: v.optional(nonEmptyStrings('pass names such as "card_payments"')),
  disconnectPolicy: v.optional(
    v.union([v.picklist(["delete", "detach"]), v.function()], showing('pass "delete", "detach" or a function')),
  ),
  disconnectChecks: optionalFunction,
  redact: optionalFunction,
  waitUntil: optionalFunction,
  logger: v.optional(
    v.custom(
      (logger) => missingMethods(logger).length === 0,
      ({ input }) => `has no ${missingMethods(input).join(", ")}: pass an object with the methods info, warn and error`,
    ),
  ),
  metrics: optionalFunction,
  onConnected: optionalFunction,
  onActionNeeded: optionalFunction,
  onDeadlineNear: optionalFunction,
  onDisconnected: optionalFunction,
  runtime: v.optional(objectOf("an object: pass the functions to replace, or leave it out")),
} satisfies Record<keyof ConnectionHandlerOptions, v.GenericSchema>;

const NAMES = Object.keys(entries);

const optionsSchema = v.pipe(
  v.strictObject(entries),
  v.forward(
    v.check(
      ({ accounts, accountParams }) => accounts !== "v2" || accountParams !== undefined,
      'is required with accounts "v2": pass a function that returns at least `contact_email`',
    ),
    ["accountParams"],
  ),
  v.forward(
    v.check(
      ({ accounts, stripe }) => accounts !== "v2" || hasAccountsV2(stripe),
      "has no Accounts v2: update the package `stripe`",
    ),
    ["stripe"],
  ),
);

/**
 * The options, checked: own properties only, so that nothing is taken from a polluted `Object.prototype`. Throws for
 * options that would fail later, or would accept forged requests. A host in plain JavaScript has no types: its misspelt
 * `disconnectChecks` would block nothing.
 */
export function checkOptions(options: ConnectionHandlerOptions): ConnectionHandlerOptions {
  // An option that was left out fails its own check, as `undefined` does.
  const own: ConnectionHandlerOptions = { ...Object.fromEntries(NAMES.map((name) => [name, undefined])), ...options };
  const { issues } = v.safeParse(optionsSchema, own);
  if (issues) throw new Error(`react-stripe-connection: createConnectionHandler: ${explain(issues)}`);
  assertPublishableKey(own.publishableKey, own.mode);
  mustReturnToOwnPages(own);
  return own;
}

/** The card is on these pages, and asks the handler from there. */
function mustReturnToOwnPages(options: ConnectionHandlerOptions): void {
  const known = ownOrigins(options);
  for (const name of ["returnUrl", "refreshUrl"] as const) {
    const url = options[name];
    if (url === undefined || known.has(new URL(url).origin)) continue;
    throw new Error(
      `react-stripe-connection: createConnectionHandler: ${name} is ${withoutSecrets(JSON.stringify(url))}: use the origin of publicUrl, or add the URL's origin to allowedOrigins.`,
    );
  }
}

/** The first thing that is wrong. A misspelt name comes first, because what it was meant for is missing, too. */
function explain(issues: readonly [Issue, ...Issue[]]): string {
  const issue = issues.find(({ expected }) => expected === "never") ?? issues[0];
  const name = String(issue.path?.[0]?.key);
  if (issue.expected !== "never") return `${name} ${issue.message}.`;
  const meant = nearestName(name, NAMES);
  if (meant !== null) return `unknown option "${name}", did you mean "${meant}"?`;
  return `unknown option "${name}": remove it, or use one of ${NAMES.join(", ")}.`;
}

function hasAccountsV2(stripe: object): boolean {
  // A client of before 20.1 has none, whatever its types say.
  const { v2 } = stripe as { v2?: { core?: { accounts?: unknown } } };
  return Boolean(v2?.core?.accounts);
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}
