// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Connection, ConnectionReason, ConnectionStatus } from "../../src/core/connection.js";
import { type DescribeOptions, describeConnection } from "../../src/messages/describe/describeConnection.js";
import { aConnection, aRequirement, connectedTo, inDays, NOW } from "./aConnection.js";

const connectedAt = "2026-10-27T00:00:00.000Z";
const tell = (connection: Connection, options: Partial<DescribeOptions> = {}) =>
  describeConnection(connection, { platformName: "Acme Cloud", ...options });
const whole = (connection: Connection, options?: Partial<DescribeOptions>) => {
  const { sentence, detail } = tell(connection, options);
  return detail === null ? sentence : `${sentence} ${detail}`;
};

describe("not connected", () => {
  it("says what connecting does and that it makes a new account", () => {
    expect(whole(aConnection())).toBe(
      "Connect Stripe to start billing your customers. A new Stripe account is created for you. An existing Stripe account can't be connected.",
    );
    expect(tell(aConnection())).toMatchObject({
      label: "Not connected",
      tone: "neutral",
      notices: [],
      rows: [],
      primary: { action: "connect", label: "Connect Stripe account", emphasis: "primary" },
    });
    expect(tell(aConnection(), { purpose: "payouts" }).sentence).toBe("Connect Stripe to start receiving payouts.");
  });

  it.each(["__proto__", "constructor", "subscriptions", null, ["billing"]])(
    "AT-P12 reads as for plans where the purpose is %j, in every state",
    (purpose) => {
      for (const status of ["not_connected", "in_progress", "connected", "error"] as const) {
        const connection = aConnection({
          status,
          action: "open_onboarding",
          requirements: [aRequirement("company.tax_id")],
        });
        expect(tell(connection, { purpose: purpose as never })).toEqual(tell(connection, { purpose: "plans" }));
      }
    },
  );

  it("says when the account was removed at Stripe", () => {
    const removed = aConnection({
      reason: "deleted",
      disconnectedWhy: "removed_at_stripe",
      disconnectedAt: "2026-11-20T23:30:00.000Z",
    });
    expect(tell(removed).notices).toMatchObject([
      { id: "removed", text: "This account was removed at Stripe on November 20, 2026." },
    ]);
    expect(tell(removed, { timeZone: "Asia/Tokyo", locale: "en-GB" }).notices).toMatchObject([
      { text: "This account was removed at Stripe on 21 November 2026." },
    ]);
    expect(tell({ ...removed, disconnectedAt: null }).notices).toMatchObject([
      { text: "This account was removed at Stripe." },
    ]);
    for (const alike of [
      { ...removed, reason: "disconnected" as const },
      { ...removed, disconnectedWhy: null },
      { ...removed, reason: "closed" as const, disconnectedWhy: null },
    ]) {
      expect(tell(alike).notices).toMatchObject([{ id: "removed" }]);
    }
    expect(tell(removed).primary?.action).toBe("connect");
  });

  it("says nothing about it after the customer disconnected", () => {
    const left = aConnection({ reason: "disconnected", disconnectedWhy: "user", disconnectedAt: connectedAt });
    expect(tell(left).notices).toEqual([]);
  });
});

describe("connecting", () => {
  const since = (ms: number) =>
    aConnection({
      status: "connecting",
      reason: "awaiting_snapshot",
      action: "wait",
      statusSince: new Date(NOW - ms).toISOString(),
    });

  it("asks for patience", () => {
    expect(whole(since(0))).toBe(
      "Stripe is still sending your account information. This usually takes less than a minute. You can leave this page.",
    );
    expect(tell(since(59_999))).toMatchObject({ label: "Connecting", tone: "info", primary: null });
  });

  it("can be asked again after 60 seconds, counted from when the status began", () => {
    expect(tell(since(60_000)).primary).toEqual({ action: "check", label: "Check again", emphasis: "secondary" });
    expect(whole(since(60_000))).toContain("less than a minute");
    expect(tell(since(0), { now: NOW + 60_000 }).primary?.action).toBe("check");
  });

  it("takes longer than usual after 5 minutes", () => {
    expect(whole(since(5 * 60_000 - 1))).not.toContain("longer than usual");
    expect(whole(since(5 * 60_000))).toContain("takes longer than usual");
  });

  it("counts nothing where it is not known when it began", () => {
    for (const statusSince of [null, "nonsense", inDays(1)]) {
      expect(tell({ ...since(0), statusSince }).primary).toBeNull();
    }
  });
});

describe("in progress", () => {
  const needing = (...keys: string[]) =>
    aConnection({
      status: "in_progress",
      reason: "details_not_submitted",
      action: "open_onboarding",
      requirements: keys.map((key) => aRequirement(key)),
    });

  it("counts rows, not keys", () => {
    const keys = ["business_profile.url", "company.address.city", "company.address.line1", "external_account"];
    expect(tell(needing(...keys)).sentence).toBe("Stripe needs 3 more details before you can publish plans.");
    expect(tell(needing("external_account")).sentence).toBe("Stripe needs 1 more detail before you can publish plans.");
    expect(tell(needing()).sentence).toBe("Stripe needs more details before you can publish plans.");
  });

  it("is about what the connection is for", () => {
    const { sentence } = tell(needing("external_account", "company.tax_id"), { purpose: "billing" });
    expect(sentence).toBe("Stripe needs 2 more details before you can bill your customers.");
    expect(tell(needing("external_account"), { purpose: "payouts" }).sentence).toBe(
      "Stripe needs 1 more detail before you can receive payouts.",
    );
  });

  it("counts what is due, not what will be or what is checked", () => {
    const connection = needing("external_account");
    connection.requirements.push(
      aRequirement("company.tax_id", { state: "upcoming" }),
      aRequirement("company.phone", { state: "pending" }),
    );
    const told = tell(connection);
    expect(told.sentence).toBe("Stripe needs 1 more detail before you can publish plans.");
    expect(told.rows.map((row) => row.keys)).toEqual([["external_account"], ["company.tax_id"]]);
    expect(told.checking.map((row) => row.keys)).toEqual([["company.phone"]]);
  });

  it("opens Stripe's form", () => {
    expect(tell(needing("external_account"))).toMatchObject({
      label: "In progress",
      tone: "warning",
      primary: { action: "update", label: "Update Stripe information", emphasis: "primary" },
    });
  });

  it("needs nobody while Stripe checks, and says what is checked", () => {
    const told = tell(connectedTo("pending-verification"));
    expect(told.sentence).toBe("Stripe is checking your details. You don't need to do anything.");
    expect(told.detail).toBe("Being checked: tax details, proof of identity.");
    expect(told).toMatchObject({ primary: null, rows: [], notices: [] });
    expect(told.checking).toHaveLength(2);
  });

  it("does not say that there is nothing to do above a list of what is due", () => {
    const asking = connectedTo("currently-due").requirements;
    const told = tell({ ...connectedTo("under-review"), requirements: asking });
    expect(told.rows).not.toEqual([]);
    expect(told.sentence).toBe("Stripe is reviewing this account. You can add what is missing meanwhile.");
  });

  it("B11 with nothing asked for says that Stripe reviews", () => {
    const told = tell(connectedTo("under-review"));
    expect(told.sentence).toBe("Stripe is reviewing this account. You don't need to do anything.");
    expect(told).toMatchObject({ detail: null, primary: null, rows: [], checking: [] });
  });

  it("says what is paused while it is checked", () => {
    expect(tell(connectedTo("pending-verification", { connectedAt })).notices).toEqual([
      {
        id: "paused",
        tone: "warning",
        title: "Payments and payouts are paused.",
        text: "They start again when Stripe has finished checking.",
      },
    ]);
  });
});

describe("connected", () => {
  it("is ready for what the connection is for", () => {
    const told = tell(connectedTo("enabled"));
    expect(told).toMatchObject({
      label: "Connected",
      tone: "success",
      sentence: "Stripe is syncing. You're ready to publish plans.",
      detail: null,
      notices: [],
      payments: "Active",
      payouts: "Active",
      primary: { action: "update", emphasis: "secondary" },
    });
    expect(tell(connectedTo("enabled"), { purpose: "billing" }).sentence).toBe(
      "Stripe is syncing. You're ready to bill your customers.",
    );
  });

  it("doesn't promise what the host's own gate still holds back", () => {
    expect(tell(connectedTo("enabled", {}, { ready: false })).sentence).toBe(
      "Stripe is syncing. Acme Cloud still has to finish something on its side.",
    );
  });

  const dueIn = (days: number | null, ...keys: string[]) =>
    connectedTo(
      "enabled",
      {},
      {
        reason: "due_soon",
        action: "open_onboarding",
        requirements: keys.map((key) => aRequirement(key, { deadline: days === null ? null : inDays(days) })),
      },
    );

  it.each([
    [20, "info", "Add 1 more detail by December 12, 2026 to keep taking payments."],
    [14, "warning", "Add 1 more detail by December 6, 2026 to keep taking payments."],
    [3, "danger", "Add 1 more detail by November 25, 2026 to keep taking payments."],
    [-2, "danger", "Add 1 more detail now to keep taking payments. It was due on November 20, 2026."],
    [400, "info", "Add 1 more detail by December 27, 2027 to keep taking payments."],
    [null, "info", "Add 1 more detail to keep taking payments."],
  ])("B12 with something due in %s days says so, in the tone %s", (days, tone, text) => {
    const told = tell(dueIn(days, "company.tax_id"));
    expect(told.notices).toEqual([{ id: "deadline", tone, title: null, text }]);
    expect(told.sentence).toBe("Stripe is syncing. You're ready to publish plans.");
    expect(told.primary).toMatchObject({ action: "update", emphasis: "primary" });
  });

  it.each([
    [100, "secondary"],
    [14, "primary"],
    [3, "primary"],
    [null, "secondary"],
  ])("asks as calmly for what is needed in %s days as it tells it", (days, emphasis) => {
    const deadline = days === null ? null : inDays(days);
    const requirements = [aRequirement("company.tax_id", { state: "upcoming", deadline })];
    const later = { reason: "future_requirements", action: "open_onboarding", requirements } as const;
    expect(tell(connectedTo("enabled", {}, later)).primary).toMatchObject({ action: "update", emphasis });
  });

  it("names the thing once the words are loaded", async () => {
    const { requirements } = await import("../../src/messages/en/requirements.js");
    const words = { requirementMessages: requirements };
    const text = (connection: Connection, options = {}) => tell(connection, { ...words, ...options }).notices[0]?.text;
    expect(text(dueIn(20, "company.tax_id"))).toBe("Add your tax ID by December 12, 2026 to keep taking payments.");
    expect(text(dueIn(20, "company.tax_id", "external_account"))).toBe(
      "Add 2 more details by December 12, 2026 to keep taking payments.",
    );
    expect(text(dueIn(20, "company.tax_id"), { purpose: "payouts" })).toBe(
      "Add your tax ID by December 12, 2026 to keep receiving payouts.",
    );
  });

  it("B12 knows no Invalid Date", () => {
    const connection = dueIn(null, "company.tax_id");
    connection.requirements[0] = aRequirement("company.tax_id", { deadline: "nonsense" });
    const told = tell({ ...connection, serverTime: "nonsense" });
    expect(JSON.stringify(told)).not.toMatch(/Invalid|NaN|nonsense/);
    expect(told.rows[0]?.due).toBeNull();
  });

  it("says what Stripe will need", async () => {
    const { requirements } = await import("../../src/messages/en/requirements.js");
    const told = tell(connectedTo("future-requirements"), { requirementMessages: requirements });
    expect(told.notices).toEqual([
      {
        id: "deadline",
        tone: "info",
        title: null,
        text: "Stripe will need your confirmation of the owners by December 25, 2026.",
        // Kept free until the reader's day is known.
        hint: null,
      },
    ]);
    const later = tell(connectedTo("future-requirements"), { requirementMessages: requirements, relative: true });
    expect(later.notices[0]?.hint).toMatch(/^in \d+ (days|months)$/);
    expect(told.rows).toMatchObject([{ state: "upcoming", title: "Confirmation of owners" }]);
  });

  it("with payments or payouts off names which", () => {
    const off = (changes: Partial<Connection>) => tell(connectedTo("enabled", {}, changes)).notices;
    expect(off({ payouts: "inactive" })).toEqual([
      {
        id: "paused",
        tone: "warning",
        title: "Payouts are off.",
        text: "Stripe holds your money until they are on.",
      },
    ]);
    expect(off({ payments: "paused" })).toMatchObject([{ tone: "warning", title: "Payments are paused." }]);
    expect(off({ payments: "paused", payouts: "inactive" })).toMatchObject([
      { title: "Payments and payouts are off." },
    ]);
  });
});

describe("a disconnect under way", () => {
  const account = { id: "acct_1", displayName: "Acme", country: "US", defaultCurrency: "usd", createdAt: null };
  const busy = { connect: "busy", update: "busy", disconnect: "busy", hosted: "busy", dashboard: "busy" } as const;

  it.each([
    ["connected", connectedTo("enabled")],
    ["due soon", connectedTo("past-due", {}, { status: "connected", reason: "due_soon", payouts: "paused" })],
    ["in progress", connectedTo("currently-due")],
    ["action needed", connectedTo("past-due", { connectedAt })],
  ])("is all that is told while it was %s", (_, connection) => {
    const told = tell({ ...connection, account, can: busy, ready: false });
    expect(told).toMatchObject({
      label: tell(connection).label,
      sentence: "Disconnecting from Stripe…",
      detail: "This usually takes less than a minute. You can leave this page.",
      notices: [],
      rows: [],
      checking: [],
      primary: { action: "check", label: "Check again", emphasis: "secondary" },
    });
  });

  it("is known where whoever began it is gone, and to those who may do only one of the two", () => {
    const told = (can: Connection["can"]) => tell({ ...connectedTo("enabled"), account, can }).sentence;
    const disconnecting = "Disconnecting from Stripe…";
    expect(told({ ...busy, disconnect: true })).toBe(disconnecting);
    expect(told({ ...busy, disconnect: "role" })).toBe(disconnecting);
    expect(told({ ...busy, connect: "role" })).toBe(disconnecting);
  });

  it("is not what an account that is being made, or was never read, looks like", () => {
    const creating = aConnection({ status: "connecting", reason: "creating", action: "wait", can: busy });
    expect(tell(creating).sentence).toBe("Stripe is still sending your account information.");
    const unread = aConnection({
      status: "connecting",
      reason: "awaiting_snapshot",
      action: "wait",
      account,
      can: { connect: "already_connected", update: "busy", disconnect: true, hosted: "busy", dashboard: "busy" },
    });
    expect(tell(unread).sentence).toBe("Stripe is still sending your account information.");
  });
});

describe("action needed", () => {
  it("says what is paused, why and what to do", async () => {
    const { requirements } = await import("../../src/messages/en/requirements.js");
    const failed = connectedTo("payouts-disabled-bank-errored", { connectedAt });
    const told = tell(failed, { requirementMessages: requirements });
    expect(told).toMatchObject({
      label: "Action needed",
      tone: "danger",
      sentence: "Update your Stripe information to start payouts again.",
      payments: "Active",
      payouts: "Paused",
      primary: { action: "update", emphasis: "primary" },
    });
    expect(told.notices).toEqual([
      {
        id: "paused",
        tone: "danger",
        title: "Payouts are paused.",
        text: "Stripe couldn't pay out to your bank account. Check its details, or add another one.",
      },
    ]);
  });

  it("asks for a bank account as for a new one where no payout has stopped", async () => {
    const { requirements } = await import("../../src/messages/en/requirements.js");
    const row = (payouts: Connection["payouts"], key = "external_account") =>
      tell(aConnection({ ...restricted, payouts, requirements: [aRequirement(key)] }), {
        requirementMessages: requirements,
      }).rows[0]?.text;
    const restricted = { status: "error", reason: "past_due", action: "open_onboarding" } as const;
    expect(row("inactive")).toBe("Add the bank account that Stripe sends your payouts to.");
    expect(row("active")).toBe(row("inactive"));
    expect(row("paused")).toMatch(/^Stripe couldn't pay out to your bank account\./);
    expect(row("paused", "documents.bank_account_ownership_verification.files")).toMatch(/^Upload a bank statement/);
  });

  it("counts where there are several things, and before the words are loaded", () => {
    expect(tell(connectedTo("past-due", { connectedAt })).notices).toEqual([
      {
        id: "paused",
        tone: "danger",
        title: "Payments and payouts are paused.",
        text: "Stripe needs 2 more details from you.",
      },
    ]);
    expect(tell(connectedTo("payouts-disabled-bank-errored", { connectedAt })).notices[0]?.text).toBe(
      "Stripe needs 1 more detail from you.",
    );
  });

  it("says what was wrong, and never a mere list", async () => {
    const { requirements: requirementMessages } = await import("../../src/messages/en/requirements.js");
    const error = { code: "invalid_tax_id", reason: null };
    const text = (...requirements: Connection["requirements"]) => {
      const paused = connectedTo("payouts-disabled-bank-errored", { connectedAt }, { requirements });
      return tell(paused, { requirementMessages }).notices[0]?.text;
    };
    expect(text(aRequirement("company.tax_id", { error }))).toMatch(/^The tax number must have 9 digits\./);
    expect(text(aRequirement("business_profile.url"), aRequirement("business_profile.mcc"))).toBe(
      "Stripe needs 1 more detail from you.",
    );
  });

  it("says that nothing has stopped where nothing has", () => {
    const overdue = connectedTo("past-due", { connectedAt }, { payments: "active", payouts: "active" });
    expect(tell(overdue)).toMatchObject({
      sentence: "Update your Stripe information so that nothing stops.",
      notices: [{ id: "contact", title: null, text: "Stripe needs 2 more details from you." }],
    });
  });

  it.each([
    ["rejected-fraud", "Stripe can't support this account.", "rejected", "Contact Stripe support to find out more."],
    [
      "rejected-platform-fraud",
      "Acme Cloud can't support this account.",
      "rejected",
      "Contact Acme Cloud to find out more.",
    ],
    ["platform-paused", "Acme Cloud has paused this account.", "paused", "Contact Acme Cloud to find out more."],
  ])("%s says whom to contact, and has no button", (name, sentence, id, text) => {
    expect(tell(connectedTo(name, { connectedAt }))).toMatchObject({
      sentence,
      notices: [{ id, tone: "danger", title: "Payments and payouts are paused.", text }],
      primary: null,
    });
  });

  it("offers an appeal where Stripe does", () => {
    const rejected = connectedTo(
      "rejected-other",
      { connectedAt },
      {
        action: "open_onboarding",
        requirements: [aRequirement("interv_1.rejection_appeal.form")],
      },
    );
    expect(tell(rejected)).toMatchObject({
      sentence: "Stripe can't support this account.",
      notices: [{ id: "rejected", text: "If you think this is a mistake, you can appeal in Stripe's form." }],
      primary: { action: "update" },
    });
  });

  it.each([
    ["requested_capabilities", "contact_platform", "Acme Cloud has to finish setting up this account."],
    ["other", "contact_stripe", "Stripe has restricted this account."],
    ["listed", "wait", "Stripe is reviewing this account. You don't need to do anything."],
  ] as const)("%s with the action %s reads: %s", (reason, action, sentence) => {
    expect(tell(aConnection({ status: "error", reason, action }))).toMatchObject({ sentence, primary: null });
  });

  it("never tells why Stripe rejected or reviews an account", () => {
    for (const name of ["rejected-fraud", "rejected-listed", "listed", "rejected-terms-of-service"]) {
      const told = JSON.stringify(tell(connectedTo(name)));
      expect(told).not.toMatch(/fraud|listed|terms|prohibited/i);
    }
  });

  it("A14 a status or reason that this version does not know is calm and readable", () => {
    const unknown = aConnection({
      status: "hibernating" as ConnectionStatus,
      reason: "unknown",
      action: "contact_stripe",
    });
    for (const connection of [unknown, { ...unknown, status: "error" as const }]) {
      expect(tell(connection)).toMatchObject({
        label: "Action needed",
        tone: "neutral",
        sentence: "Something about this account needs attention.",
        notices: [{ tone: "neutral", text: "Contact Stripe support to find out more." }],
        primary: null,
      });
    }
    const later = aConnection({ status: "error", reason: "moon_phase" as ConnectionReason, action: "contact_stripe" });
    expect(JSON.stringify(tell(later))).not.toContain("moon");
  });
});

describe("a reader who may not change anything", () => {
  const can = { connect: "role", update: "role", disconnect: "role", hosted: "role", dashboard: "role" } as const;
  it.each([
    aConnection({ can }),
    connectedTo("brand-new", {}, { can }),
    connectedTo("enabled", {}, { can }),
    connectedTo("past-due", { connectedAt }, { can }),
  ])("is told whom to ask ($status)", (connection) => {
    const told = tell(connection);
    expect(told.primary).toBeNull();
    expect(told.notices.at(-1)).toEqual({
      id: "read_only",
      tone: "neutral",
      title: null,
      text: "Ask an admin to change this.",
    });
  });
  it("has no button for another reason, either", () => {
    const busy = connectedTo("brand-new", {}, { can: { ...can, connect: "busy", update: "busy" } });
    expect(tell(busy)).toMatchObject({ primary: null, notices: [] });
  });
});
