import type { Connection } from "../../core/connection.js";
import { type DateStyle, formatDate } from "../../messages/format.js";
import type { Messages } from "../../messages/messages.js";
import { personName } from "../../messages/personName.js";

/** Another admin may finish what one has begun. Null where there is nothing left to do. */
export function startedBy(connection: Connection, style: DateStyle, words: Messages["card"]): string | null {
  const { account, status, action, connectedAt } = connection;
  const name = personName(connection.startedBy);
  if (!name || connectedAt || status !== "in_progress" || action === "wait") return null;
  const at = Date.parse(account?.createdAt ?? "");
  return words.startedBy(name, Number.isFinite(at) ? formatDate(at, style, "medium") : null);
}
