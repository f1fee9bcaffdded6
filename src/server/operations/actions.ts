import { asksAhead } from "../../core/asksAhead.js";
import type { AccountSessionInput, ConnectInput, DashboardLink, OnboardingLink } from "../../core/adapter.js";
import type { AccountSession, DisconnectPreview, FormPurpose } from "../../core/connection.js";
import { ConnectionError } from "../../core/errors.js";
import type { StoredConnection } from "../store/storedConnection.js";
import { isReader, type Viewer } from "../viewer.js";
import { mustBeAllowed } from "../http/authorizeRequest.js";
import {
  TENANT_REFRESHES_PER_MINUTE,
  TENANT_SECTION_SESSIONS_PER_MINUTE,
  VIEWER_REFRESHES_PER_MINUTE,
  VIEWER_SECTION_SESSIONS_PER_MINUTE,
} from "../http/limits.js";
import { sectionComponents } from "../stripe/sectionComponents.js";
import { FORM_COMPONENTS } from "../stripe/stripeGateway.js";
import type { AccountConnector } from "./connectAccount.js";
import type { AccountDisconnector } from "./disconnectAccount.js";
import { previewDisconnect } from "./disconnectPolicy.js";
import type { HandlerContext } from "../context.js";
import { StripeFault } from "../stripe/stripeFault.js";
import type { AccountSync } from "./syncAccount.js";

const PER_MINUTE = 10;
/** More than people press, also many at once, and less than Stripe minds. */
const CONNECTS_PER_MINUTE = 30;

/** A minute, of one viewer and of one group of a tenant's viewers. */
interface GroupLimit {
  ofViewer: number;
  ofGroup: number;
}
const REFRESHES: GroupLimit = { ofViewer: VIEWER_REFRESHES_PER_MINUTE, ofGroup: TENANT_REFRESHES_PER_MINUTE };
const SECTION_SESSIONS: GroupLimit = {
  ofViewer: VIEWER_SECTION_SESSIONS_PER_MINUTE,
  ofGroup: TENANT_SECTION_SESSIONS_PER_MINUTE,
};
/** Where the owner of an account with the full dashboard signs in, with a login of their own. */
const FULL_DASHBOARD = "https://dashboard.stripe.com/";

/** What a person can ask for, once it is known who asks. Each looks at the role first. */
export interface Actions {
  connect(viewer: Viewer, input: ConnectInput): Promise<StoredConnection>;
  refresh(viewer: Viewer): Promise<StoredConnection | null>;
  createAccountSession(viewer: Viewer, input: AccountSessionInput): Promise<AccountSession>;
  createOnboardingLink(viewer: Viewer): Promise<OnboardingLink>;
  createDashboardLink(viewer: Viewer): Promise<DashboardLink>;
  previewDisconnect(viewer: Viewer): Promise<DisconnectPreview>;
  disconnect(viewer: Viewer, generation: number): Promise<StoredConnection>;
}

export function createActions(
  context: HandlerContext,
  {
    sync,
    connector,
    disconnector,
  }: { sync: AccountSync["sync"]; connector: AccountConnector; disconnector: AccountDisconnector },
): Actions {
  const { gateway, options } = context;

  const limit = async (viewer: Viewer, what: string, perMinute = PER_MINUTE) => {
    const token = await context.takeToken(viewer.tenant, what, perMinute);
    if (token.granted) return;
    const retryAfter = token.retryAfterMs / 1000;
    throw new ConnectionError("rate_limited", { message: "too many attempts: try again later", retryAfter });
  };

  /** Viewers who can change nothing have a limit of their own, so that they can't use up what an admin needs. */
  const limitByGroup = async (viewer: Viewer, what: string, { ofViewer, ofGroup }: GroupLimit) => {
    const group = isReader(viewer) ? `${what}:readers` : what;
    if (viewer.user !== undefined) {
      // Two digits of the hash, so that a group has at most 256 buckets however many people a tenant has. Some share one.
      const share = (await context.scopeOf(viewer)).slice(0, 2);
      await limit(viewer, `${group}:${share}`, ofViewer);
    }
    await limit(viewer, group, ofGroup);
  };

  /** The account that can be set up. One answer for all that can't, so that it tells nothing. */
  const openAccount = async (viewer: Viewer): Promise<{ stored: StoredConnection; accountId: string }> => {
    const stored = await context.read(viewer.tenant);
    const { can } = await context.present(stored, viewer);
    // Before the first read nothing speaks against it.
    const open = can.update === true || (stored?.state === "linked" && stored.snapshot === null);
    if (!open || !stored?.accountId)
      throw new ConnectionError("conflict", { message: "there is no account to set up" });
    return { stored, accountId: stored.accountId };
  };

  /** An account that is gone reads like none at all. */
  const goneIsConflict = async <T>(stored: StoredConnection, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (thrown) {
      if (!(thrown instanceof StripeFault) || thrown.kind !== "gone") throw thrown;
      await context.platform.mustHave(stored);
      throw new ConnectionError("conflict", { message: "there is no account to set up", cause: thrown });
    }
  };

  const formSession = async (viewer: Viewer, purpose: FormPurpose) => {
    mustBeAllowed(viewer, "update");
    const { stored, accountId } = await openAccount(viewer);
    await limit(viewer, "session");
    return goneIsConflict(stored, gateway.createAccountSession(accountId, FORM_COMPONENTS[purpose]));
  };

  /** For everyone who may look; what it opens follows from the role. */
  const sectionsSession = async (viewer: Viewer) => {
    const stored = await context.read(viewer.tenant);
    const { sections } = await context.present(stored, viewer);
    const permissions = Object.values(sections);
    if (permissions.length === 0) {
      const message = "this back end offers no sections: add `sections` to createConnectionHandler";
      throw new ConnectionError("conflict", { message });
    }
    if (permissions.every((permission) => permission === "role")) {
      const message = "this role may open none of the sections that createConnectionHandler lists in `sections`";
      throw new ConnectionError("forbidden", { message });
    }
    if (!permissions.includes(true) || !stored?.accountId) {
      const message = "no section can be opened now: the connection's `sections` says why";
      throw new ConnectionError("conflict", { message });
    }
    await limitByGroup(viewer, "sections", SECTION_SESSIONS);
    const components = sectionComponents(sections, viewer.can.update);
    return goneIsConflict(stored, gateway.createAccountSession(stored.accountId, components));
  };

  return {
    async connect(viewer, input) {
      mustBeAllowed(viewer, "connect");
      await limit(viewer, "connect", CONNECTS_PER_MINUTE);
      return connector.connect(viewer, input);
    },

    async refresh(viewer) {
      await limitByGroup(viewer, "refresh", REFRESHES);
      const stored = await context.read(viewer.tenant);
      if (stored?.state === "linked") return sync(stored);
      if (stored?.state === "claimed" && viewer.can.connect) return connector.resume(stored);
      return stored?.state === "disconnecting" && viewer.can.disconnect ? disconnector.finish(stored) : stored;
    },

    async createAccountSession(viewer, { purpose }) {
      const session = await (purpose === "sections" ? sectionsSession(viewer) : formSession(viewer, purpose));
      return { ...session, publishableKey: options.publishableKey };
    },

    async createOnboardingLink(viewer) {
      mustBeAllowed(viewer, "update");
      const { stored, accountId } = await openAccount(viewer);
      const { returnUrl = options.publicUrl, refreshUrl = returnUrl } = options;
      const refusal = (cause?: unknown) =>
        new ConnectionError("hosted_unavailable", {
          message: "Stripe grants this account no hosted page; onboarding works embedded only",
          ...(cause === undefined ? {} : { cause }),
        });
      if (stored.snapshot?.hosted === false) throw refusal();
      await limit(viewer, "session");
      try {
        const link = { returnUrl, refreshUrl, asksAhead: stored.snapshot ? asksAhead(stored.snapshot.derived) : false };
        return await goneIsConflict(stored, gateway.createOnboardingLink(accountId, link));
      } catch (thrown) {
        const isOfAccount = thrown instanceof StripeFault && thrown.status === 400 && !thrown.isSetup;
        throw isOfAccount ? refusal(thrown) : thrown;
      }
    },

    async createDashboardLink(viewer) {
      mustBeAllowed(viewer, "update");
      const stored = await context.read(viewer.tenant);
      const { can } = await context.present(stored, viewer);
      if (can.dashboard === "unsupported") {
        throw new ConnectionError("dashboard_unavailable", { message: "this account has no Stripe dashboard" });
      }
      if (can.dashboard !== true || !stored?.accountId) {
        throw new ConnectionError("conflict", { message: "there is no account to open a dashboard of" });
      }
      if (stored.snapshot?.dashboard === "full") return { url: FULL_DASHBOARD };
      await limit(viewer, "session");
      try {
        return await goneIsConflict(stored, gateway.createLoginLink(stored.accountId));
      } catch (thrown) {
        if (!(thrown instanceof StripeFault) || thrown.status !== 400 || thrown.isSetup) throw thrown;
        // Said without a code: "… for an account that has not completed onboarding".
        const message =
          "Stripe gives no login link for this account, most likely because its details are not submitted";
        throw new ConnectionError("dashboard_unavailable", { message, cause: thrown.cause });
      }
    },

    async previewDisconnect(viewer) {
      mustBeAllowed(viewer, "disconnect");
      const stored = await context.read(viewer.tenant);
      const { can } = await context.present(stored, viewer);
      if (!stored || can.disconnect !== true)
        throw new ConnectionError("conflict", { message: "there is no account to disconnect" });
      await limit(viewer, "preview");
      return previewDisconnect(context, stored);
    },

    async disconnect(viewer, generation) {
      mustBeAllowed(viewer, "disconnect");
      await limit(viewer, "disconnect");
      return disconnector.disconnect(await context.read(viewer.tenant), generation, viewer.user ?? null);
    },
  };
}
