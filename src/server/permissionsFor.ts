import type { Denial, Permission, Permissions, SectionName, SectionPermissions } from "../core/permissions.js";
import { hasReadOnlyForm, isForEditors } from "./stripe/sectionComponents.js";
import type { StoredConnection } from "./store/storedConnection.js";
import type { Viewer } from "./viewer.js";

/** What this viewer can do now, or why not. `now` is in milliseconds. */
export function permissionsFor(stored: StoredConnection | null, viewer: Viewer, now: number): Permissions {
  const onboarding = onboardingObstacle(stored);
  return {
    connect: allow(viewer.can.connect, connectObstacle(stored, now)),
    update: allow(viewer.can.update, onboarding),
    disconnect: allow(viewer.can.disconnect, disconnectObstacle(stored, now)),
    hosted: allow(viewer.can.update, onboarding ?? (stored?.snapshot?.hosted ? null : "unsupported")),
    dashboard: allow(viewer.can.update, dashboardObstacle(stored)),
  };
}

/** Which of the sections that the host lists this viewer can open now, or why not. */
export function sectionsFor(
  listed: readonly SectionName[],
  stored: StoredConnection | null,
  viewer: Viewer,
): SectionPermissions {
  return Object.fromEntries(listed.map((name) => [name, sectionFor(name, stored, viewer)]));
}

/** A rejected account keeps its sections: money and documents are left on it. Forms are of no use to it any more. */
function sectionFor(name: SectionName, stored: StoredConnection | null, viewer: Viewer): Permission {
  if (isForEditors(name)) return allow(viewer.can.update, onboardingObstacle(stored));
  // Whether a reader may open it is known once the account was read.
  const readOnly = hasReadOnlyForm(name, stored?.snapshot?.platformCollects === true);
  return accountObstacle(stored) ?? allow(viewer.can.update || readOnly, null);
}

const allow = (role: boolean, obstacle: Denial | null): Permission => (role ? (obstacle ?? true) : "role");

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
  const obstacle = accountObstacle(stored);
  if (obstacle || !stored?.snapshot) return obstacle;
  const { reason, action } = stored.snapshot.derived;
  return reason === "rejected" && action !== "open_onboarding" ? "terminal" : null;
}

/** A rejected account keeps its dashboard: there may be money left to see. */
function dashboardObstacle(stored: StoredConnection | null): Denial | null {
  const obstacle = accountObstacle(stored);
  if (obstacle || !stored?.snapshot) return obstacle;
  const { dashboard, derived, detailsSubmitted = derived.reason !== "details_not_submitted" } = stored.snapshot;
  // Stripe makes no login link before the details are submitted.
  const isOpen = dashboard === "full" || (dashboard === "express" && detailsSubmitted);
  return isOpen ? null : "unsupported";
}

/** Null where there is an account that was read. */
function accountObstacle(stored: StoredConnection | null): Denial | null {
  if (isCreating(stored) || stored?.state === "disconnecting") return "busy";
  if (stored?.state !== "linked") return "not_connected";
  return stored.snapshot ? null : "busy";
}

function disconnectObstacle(stored: StoredConnection | null, now: number): Denial | null {
  if (isCreating(stored)) return "busy";
  // Whoever disconnected may have died over it: then anybody can go on, and the account may be gone already.
  if (stored?.state === "disconnecting") return isHeld(stored.ending, now) ? "busy" : null;
  return stored?.state === "linked" ? null : "not_connected";
}
