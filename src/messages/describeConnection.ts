import type { Connection, RequirementState } from "../core/connection.js";
import { describeNotices } from "./describeNotices.js";
import { describeRows } from "./describeRows.js";
import { describeSentence } from "./describeSentence.js";
import type { Description } from "./description.js";
import { en } from "./en.js";
import type { Messages, Purpose, RequirementMessages } from "./messages.js";
import { ASK_AGAIN_AFTER, type Scene, statusAge } from "./scene.js";
import { toneOf } from "./toneOf.js";

export interface DescribeOptions {
  /** How the host calls itself: "Acme Cloud". */
  platformName: string;
  /** Default: English. */
  messages?: Messages;
  /** For dates and numbers (BCP 47). Default: that of the messages. */
  locale?: string;
  /** `await messages.requirements()`. Default: none yet, so that rows have the titles of their groups and no text. */
  requirementMessages?: RequirementMessages | null;
  /** What the connection is for. Default: `plans`. */
  purpose?: Purpose;
  /** IANA name. Default: `UTC`. */
  timeZone?: string;
  /** Whether dates have a hint such as "in 3 days". Default: false, as a server's first render must not have one. */
  relative?: boolean;
  /** Milliseconds of the server's clock. Default: `connection.serverTime`. */
  now?: number;
}

/** What a person should read about a connection. Pure: the same words for the same input. */
export function describeConnection(connection: Connection, options: DescribeOptions): Description {
  const messages = options.messages ?? en;
  const words = messages.connection;
  const dates = { locale: options.locale ?? messages.code, timeZone: options.timeZone ?? "UTC" };
  const now = [options.now, Date.parse(connection.serverTime)].find(Number.isFinite) ?? 0;
  const relative = options.relative ?? false;
  const explainer = options.requirementMessages ?? null;
  const rows = describeRows(connection.requirements, { words, explainer, dates, now, relative });
  const inState = (...states: RequirementState[]) => rows.filter((row) => states.includes(row.described.state));
  const scene: Scene = {
    connection,
    words,
    platformName: options.platformName,
    purpose: options.purpose ?? "plans",
    dates,
    now,
    due: inState("past_due", "due"),
    upcoming: inState("upcoming"),
    checking: inState("pending"),
  };
  return {
    label: messages.status[connection.status] ?? messages.status.error,
    tone: toneOf(connection.status, connection.reason),
    ...describeSentence(scene),
    notices: describeNotices(scene),
    rows: [...scene.due, ...scene.upcoming].map((row) => row.described),
    checking: scene.checking.map((row) => row.described),
    payments: words.flows[connection.payments] ?? words.flows.inactive,
    payouts: words.flows[connection.payouts] ?? words.flows.inactive,
    primary: primary(scene),
  };
}

/** The button that moves things on. Where somebody else has the ball there is none. */
function primary(scene: Scene): Description["primary"] {
  const { connection, words } = scene;
  const { status, action, can } = connection;
  if (status === "not_connected") {
    return can.connect === true ? { action: "connect", label: words.actions.connect, emphasis: "primary" } : null;
  }
  if (status === "connecting") {
    const isLate = statusAge(scene) >= ASK_AGAIN_AFTER;
    return isLate ? { action: "check", label: words.actions.check, emphasis: "secondary" } : null;
  }
  if (can.update !== true) return null;
  const update = { action: "update", label: words.actions.update } as const;
  if (action === "open_onboarding") return { ...update, emphasis: "primary" };
  return status === "connected" ? { ...update, emphasis: "secondary" } : null;
}
