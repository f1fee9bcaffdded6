import { callUnawaited } from "./hostCode.js";
import { withoutSecrets } from "./withoutSecrets.js";

/**
 * Where the server says what happened. Messages and fields hold no keys, secrets or personal data. Nothing waits for a
 * method, and one that throws or rejects changes no answer. Refusals and failures of requests are limited to 10 lines a
 * minute of each kind; the next line of the kind has the number of those left out as `leftOut`.
 */
export interface Logger {
  /** Normal operation, including refused requests. */
  info(message: string, fields?: LogFields): void;
  /** Handled by itself, and may be worth a look. */
  warn(message: string, fields?: LogFields): void;
  /** Needs a change by the host. */
  error(message: string, fields?: LogFields): void;
}

/** What belongs to a message, by name. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Counts things: ignored events, refusals, retries, drift. Nothing waits for it; what it throws or rejects with is logged. */
export type Metrics = (name: string, value: number, labels: Record<string, string>) => void;

/** What of an error may be logged. Never throws. */
export function errorFields(thrown: unknown): LogFields {
  try {
    return readFields(thrown);
  } catch {
    // The host's code may throw an object whose properties throw.
    return { error: "an error that can't be read" };
  }
}

function readFields(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const fields: LogFields = { error: thrown.name, message: messageOf(thrown) };
  for (const name of ["code", "type", "statusCode", "requestId"] as const) {
    const value: unknown = Reflect.get(thrown, name);
    if (typeof value === "string" || typeof value === "number") fields[name] = value;
  }
  if (thrown.cause instanceof Error)
    fields["cause"] = withoutSecrets(`${thrown.cause.name}: ${messageOf(thrown.cause)}`);
  const stripeLog = stripeLogOf(thrown) ?? stripeLogOf(thrown.cause);
  if (stripeLog !== null) fields["stripeLog"] = stripeLog;
  return fields;
}

/** Where Stripe shows the request and says in full why it failed. */
function stripeLogOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  const get = (name: string): unknown => Reflect.get(thrown, name);
  const url = get("request_log_url");
  if (typeof url === "string" && url.startsWith("https://dashboard.stripe.com/")) return url;
  const id = get("requestId");
  return typeof id === "string" && /^req_\w+$/.test(id) ? `search for ${id} in Stripe's dashboard, under Logs` : null;
}

/**
 * Stripe writes its messages with what it was sent, names and numbers of people among it. Its code, the parameter and
 * the request's id say as much to the developer, and the dashboard has the rest under that id.
 */
function messageOf(thrown: Error): string {
  const get = (name: string): unknown => Reflect.get(thrown, name);
  const type = get("type");
  // The classes of v2's errors don't begin with Stripe's name. All have a `rawType`, often undefined.
  const isStripes = typeof type === "string" && (type.startsWith("Stripe") || "rawType" in thrown);
  if (!isStripes) return withoutSecrets(thrown.message);
  const told = [type, get("statusCode"), get("rawType"), get("code"), get("param"), get("requestId")];
  return withoutSecrets(told.filter((one) => typeof one === "string" || typeof one === "number").join(" "));
}

/** A logger out of what it does at each level. */
export function eachLevel(say: (level: keyof Logger) => Logger[keyof Logger]): Logger {
  return { info: say("info"), warn: say("warn"), error: say("error") };
}

/** The host's logger, given texts without secrets only. Never throws. */
export function scrubbing(logger: Logger): Logger {
  const scrub = (fields: LogFields = {}): LogFields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? withoutSecrets(value) : value]),
    );
  return eachLevel((level) => (message, fields) => {
    callUnawaited(
      () => logger[level](withoutSecrets(message), scrub(fields)),
      // A log that fails can't be told to the log.
      () => undefined,
    );
  });
}

/** Warnings and errors to the console, nothing else. */
export const consoleLogger: Logger = {
  info: () => {},
  warn: (message, fields) => console.warn(`react-stripe-connection: ${message}`, fields ?? {}),
  error: (message, fields) => console.error(`react-stripe-connection: ${message}`, fields ?? {}),
};

/** The warnings of a part that has a logger of its own. Never throws. */
export function safeWarning(logger: Pick<Logger, "warn"> = consoleLogger): Logger["warn"] {
  return scrubbing({ ...consoleLogger, warn: (message, fields) => logger.warn(message, fields) }).warn;
}
