import type { Denial, Permission, Permissions } from "./connection.js";
import type { StoredConnection } from "./storedConnection.js";
import type { Viewer } from "./viewer.js";

/** What this viewer can do now, or why not. `now` is in milliseconds. */
export function permissionsFor(stored: StoredConnection | null, viewer: Viewer, now: number): Permissions {
  const allow = (role: boolean, obstacle: Denial | null): Permission => (role ? (obstacle ?? true) : "role");
  const onboarding = onboardingObstacle(stored);
  return {
    connect: allow(viewer.can.connect, connectObstacle(stored, now)),
    update: allow(viewer.can.update, onboarding),
    disconnect: allow(viewer.can.disconnect, disconnectObstacle(stored)),
    hosted: allow(viewer.can.update, onboarding ?? (stored?.snapshot?.hosted ? null : "unsupported")),
  };
}

/** Whether an account is being made: a claim that was given up reads as none. */
export function isCreating(stored: StoredConnection | null): boolean {
  return stored?.state === "claimed" && stored.claim !== null && stored.claim.leaseUntil !== null;
}

function connectObstacle(stored: StoredConnection | null, now: number): Denial | null {
  if (stored?.state === "linked") return "already_connected";
  if (stored?.state === "disconnecting") return "busy";
  // Whoever made the account may have died over it: then anybody can go on.
  return isCreating(stored) && Date.parse(stored?.claim?.leaseUntil ?? "") > now ? "busy" : null;
}

function onboardingObstacle(stored: StoredConnection | null): Denial | null {
  if (isCreating(stored) || stored?.state === "disconnecting") return "busy";
  if (stored?.state !== "linked") return "not_connected";
  if (!stored.snapshot) return "busy";
  const { reason, action } = stored.snapshot.derived;
  return reason === "rejected" && action !== "open_onboarding" ? "terminal" : null;
}

function disconnectObstacle(stored: StoredConnection | null): Denial | null {
  if (isCreating(stored) || stored?.state === "disconnecting") return "busy";
  return stored?.state === "linked" ? null : "not_connected";
}
