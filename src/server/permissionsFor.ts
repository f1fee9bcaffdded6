import type { Denial, Permission, Permissions } from "../core/connection.js";
import type { StoredConnection } from "./store/storedConnection.js";
import type { Viewer } from "./viewer.js";

/** What this viewer can do now, or why not. `now` is in milliseconds. */
export function permissionsFor(stored: StoredConnection | null, viewer: Viewer, now: number): Permissions {
  const allow = (role: boolean, obstacle: Denial | null): Permission => (role ? (obstacle ?? true) : "role");
  const onboarding = onboardingObstacle(stored);
  return {
    connect: allow(viewer.can.connect, connectObstacle(stored, now)),
    update: allow(viewer.can.update, onboarding),
    disconnect: allow(viewer.can.disconnect, disconnectObstacle(stored, now)),
    hosted: allow(viewer.can.update, onboarding ?? (stored?.snapshot?.hosted ? null : "unsupported")),
    dashboard: allow(viewer.can.update, onboarding ?? "unsupported"),
  };
}

/** Whether an account is being made: a claim that was given up reads as none. */
export function isCreating(stored: StoredConnection | null): boolean {
  return stored?.state === "claimed" && stored.claim !== null && stored.claim.leaseUntil !== null;
}

/** Whether somebody is at it. */
function isHeld(by: { leaseUntil: string | null } | null | undefined, now: number): boolean {
  return Date.parse(by?.leaseUntil ?? "") > now;
}

function connectObstacle(stored: StoredConnection | null, now: number): Denial | null {
  if (stored?.state === "linked") return "already_connected";
  if (stored?.state === "disconnecting") return "busy";
  // Whoever made the account may have died over it: then anybody can go on.
  return isCreating(stored) && isHeld(stored?.claim, now) ? "busy" : null;
}

function onboardingObstacle(stored: StoredConnection | null): Denial | null {
  if (isCreating(stored) || stored?.state === "disconnecting") return "busy";
  if (stored?.state !== "linked") return "not_connected";
  if (!stored.snapshot) return "busy";
  const { reason, action } = stored.snapshot.derived;
  return reason === "rejected" && action !== "open_onboarding" ? "terminal" : null;
}

function disconnectObstacle(stored: StoredConnection | null, now: number): Denial | null {
  if (isCreating(stored)) return "busy";
  // Whoever disconnected may have died over it: then anybody can go on, and the account may be gone already.
  if (stored?.state === "disconnecting") return isHeld(stored.ending, now) ? "busy" : null;
  return stored?.state === "linked" ? null : "not_connected";
}
