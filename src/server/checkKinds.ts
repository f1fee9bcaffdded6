import type { ConnectionHandlerOptions } from "./handlerOptions.js";
import { wrongOption } from "./wrongOption.js";

/** Every option; the compiler says when one is missing here. What is "other" is looked at where it is understood. */
const KINDS: Record<keyof ConnectionHandlerOptions, "function" | "list" | "other"> = {
  stripe: "other",
  store: "other",
  authorize: "function",
  webhookSecrets: "other",
  mode: "other",
  publishableKey: "other",
  basePath: "other",
  publicUrl: "other",
  allowedOrigins: "list",
  countries: "list",
  accounts: "other",
  accountParams: "function",
  returnUrl: "other",
  refreshUrl: "other",
  ready: "function",
  requiredCapabilities: "list",
  disconnectPolicy: "other",
  disconnectChecks: "function",
  redact: "function",
  waitUntil: "function",
  logger: "other",
  metrics: "function",
  onConnected: "function",
  onActionNeeded: "function",
  onDeadlineNear: "function",
  onDisconnected: "function",
  runtime: "other",
};

/**
 * Types end where a host writes plain JavaScript: a misspelt `disconnectChecks` would block nothing, a callback that is
 * none would be called for ever, and a logger that lacks a method would lose what it is told.
 */
export function checkKinds(options: ConnectionHandlerOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(KINDS, name)) {
      throw wrongOption(
        `there is no option "${name}"`,
        `mend its spelling; there are ${Object.keys(KINDS).join(", ")}`,
      );
    }
    const kind = KINDS[name as keyof ConnectionHandlerOptions];
    if (value === undefined) continue;
    if (kind === "function" && typeof value !== "function")
      throw wrongOption(`${name} is no function`, "pass one, or leave it out");
    if (kind === "list" && !isListOfTexts(value))
      throw wrongOption(`${name} is no list of texts`, "pass an array of them");
  }
  const { logger } = options;
  if (logger === undefined) return;
  const silent = (["info", "warn", "error"] as const).filter((level) => typeof logger[level] !== "function");
  if (silent.length > 0) {
    throw wrongOption(`the logger has no ${silent.join(", ")}`, "pass an object with info, warn and error");
  }
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one: unknown) => typeof one === "string" && one !== "");
}
