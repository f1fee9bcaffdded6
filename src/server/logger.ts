/** Where the server says what happened. Messages and fields hold no keys, secrets or personal data. */
export interface Logger {
  /** What is as it should be, requests that are refused among it. */
  info(message: string, fields?: LogFields): void;
  /** What goes on without anybody, and may be worth a look. */
  warn(message: string, fields?: LogFields): void;
  /** What somebody has to mend. */
  error(message: string, fields?: LogFields): void;
}

/** What belongs to a message, by name. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Counts things: ignored events, retries, drift. */
export type Metrics = (name: string, value: number, labels: Record<string, string>) => void;

const SECRETS = new RegExp(
  [
    // Stripe's keys, and the secrets of whatever it makes: accs_secret__…, seti_…_secret_….
    String.raw`\b(?:sk|rk|pk|ek|whsec|seti|pi)_+[\w*+/=-]{4,}`,
    String.raw`\b\w*_secret_+[\w*+/=-]{4,}`,
    // Signatures, tokens, and passwords in addresses.
    String.raw`\bv[01]=[\da-f]{16,}`,
    String.raw`\bbearer\s+\S+`,
    String.raw`\beyJ[\w-]+\.[\w.-]+`,
    String.raw`(?<=:\/\/)[^\s/@]+@`,
    // E-mail addresses.
    String.raw`[^\s@"'<>()]+@[^\s@"'<>()]+\.[^\s@"'<>()]+`,
  ].join("|"),
  "gi",
);

/** A text without keys, secrets, passwords and e-mail addresses. */
export function withoutSecrets(text: string): string {
  // Cut first: a text of megabytes is not worth the search.
  return text.slice(0, 1_500).replace(SECRETS, "[removed]").slice(0, 500);
}

/** What of an error may be logged. */
export function errorFields(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const fields: LogFields = { error: thrown.name, message: messageOf(thrown) };
  for (const name of ["code", "type", "statusCode", "requestId"] as const) {
    const value: unknown = Reflect.get(thrown, name);
    if (typeof value === "string" || typeof value === "number") fields[name] = value;
  }
  if (thrown.cause instanceof Error)
    fields["cause"] = withoutSecrets(`${thrown.cause.name}: ${messageOf(thrown.cause)}`);
  return fields;
}

/**
 * Stripe writes its messages with what it was sent, names and numbers of people among it. Its code, the parameter and
 * the request's id say as much to the developer, and the dashboard has the rest under that id.
 */
function messageOf(thrown: Error): string {
  const get = (name: string): unknown => Reflect.get(thrown, name);
  const type = get("type");
  if (typeof type !== "string" || !type.startsWith("Stripe")) return withoutSecrets(thrown.message);
  const told = [type, get("statusCode"), get("rawType"), get("code"), get("param"), get("requestId")];
  return withoutSecrets(told.filter((one) => typeof one === "string" || typeof one === "number").join(" "));
}

/** A logger that removes secrets from whatever it is given, whoever wrote the message, and never throws. */
export function scrubbing(logger: Logger): Logger {
  const scrub = (fields: LogFields = {}): LogFields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? withoutSecrets(value) : value]),
    );
  const say = (level: keyof Logger) => (message: string, fields?: LogFields) => {
    try {
      logger[level](withoutSecrets(message), scrub(fields));
    } catch {
      // A log that fails has nobody to tell, and makes no failure of what it was told about.
    }
  };
  return { info: say("info"), warn: say("warn"), error: say("error") };
}

/** Warnings and errors to the console, nothing else. */
export const consoleLogger: Logger = {
  info: () => {},
  warn: (message, fields) => console.warn(`react-stripe-connection: ${message}`, fields ?? {}),
  error: (message, fields) => console.error(`react-stripe-connection: ${message}`, fields ?? {}),
};
