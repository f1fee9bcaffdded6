import type { AccountSnapshot } from "./storedConnection.js";

/** Whether nothing is expected to change by itself soon: a settled account is read again after an hour, others after seconds. */
export function isSettled(snapshot: AccountSnapshot | null): boolean {
  if (!snapshot) return false;
  const { status, action } = snapshot.derived;
  return status === "connected" || (status === "error" && action !== "wait");
}
