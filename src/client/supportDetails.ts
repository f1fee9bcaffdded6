import type { Connection } from "../core/connection.js";
import type { OnboardingFailure } from "../core/events.js";
import { VERSION } from "../core/version.js";

/** What went wrong, if anything did. */
export interface SupportContext {
  /** Names a request in the server's log. */
  requestId?: string | null;
  /** Why Stripe's form didn't load. */
  loadFailure?: OnboardingFailure | null;
}

/** What a person hands to support: a line for each fact. Nothing secret is in it. */
export function supportDetails(connection: Connection | undefined, context: SupportContext = {}): string {
  const facts: Array<[string, string | null | undefined]> = [
    ["account", connection?.account?.id],
    ["mode", connection?.mode],
    ["status", connection?.status],
    ["reason", connection?.reason],
    ["disabled reason", connection?.disabledReason],
    ["checked at", connection?.checkedAt],
    ["last event", connection?.lastEventId],
    ["request", context.requestId],
    ["form", context.loadFailure],
    ["react-stripe-connection", VERSION],
  ];
  return facts
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
