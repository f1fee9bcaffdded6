/** Where the server says what happened. Messages and fields hold no keys, secrets or personal data. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Counts things: ignored events, retries, drift. */
export type Metrics = (name: string, value: number, labels: Record<string, string>) => void;

const SECRETS = /\b(?:sk|rk|pk|whsec|accs_secret|seti|pi)_+[\w*+/=-]{4,}|[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** A text without Stripe keys, client secrets and e-mail addresses. */
export function withoutSecrets(text: string): string {
  // Cut first: a text of megabytes is not worth the search.
  return text.slice(0, 4_000).replace(SECRETS, "[removed]").slice(0, 500);
}

/** What of an error may be logged. */
export function errorFields(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const fields: LogFields = { error: thrown.name, message: withoutSecrets(thrown.message) };
  for (const name of ["code", "type", "statusCode", "requestId"] as const) {
    const value: unknown = Reflect.get(thrown, name);
    if (typeof value === "string" || typeof value === "number") fields[name] = value;
  }
  if (thrown.cause instanceof Error) fields["cause"] = withoutSecrets(`${thrown.cause.name}: ${thrown.cause.message}`);
  return fields;
}

/** A logger that removes secrets from whatever it is given, whoever wrote the message. */
export function scrubbing(logger: Logger): Logger {
  const scrub = (fields: LogFields = {}): LogFields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? withoutSecrets(value) : value]),
    );
  return {
    info: (message, fields) => logger.info(withoutSecrets(message), scrub(fields)),
    warn: (message, fields) => logger.warn(withoutSecrets(message), scrub(fields)),
    error: (message, fields) => logger.error(withoutSecrets(message), scrub(fields)),
  };
}

/** Warnings and errors to the console, nothing else. */
export const consoleLogger: Logger = {
  info: () => {},
  warn: (message, fields) => console.warn(`react-stripe-connection: ${message}`, fields ?? {}),
  error: (message, fields) => console.error(`react-stripe-connection: ${message}`, fields ?? {}),
};
