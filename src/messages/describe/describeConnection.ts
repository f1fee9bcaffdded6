import type { Connection, Flow, RequirementState } from "../../core/connection.js";
import { describeNotices } from "./describeNotices.js";
import { knownPurpose } from "../purpose.js";
import { describeRows } from "./describeRows.js";
import { describeSentence } from "./describeSentence.js";
import type { DescribedNotice, Description } from "./description.js";
import { en } from "../en.js";
import { isDisconnecting } from "./isDisconnecting.js";
import type { Messages, Purpose, RequirementMessages } from "../messages.js";
import { type Scene, statusAge } from "./scene.js";
import { toneOf } from "./toneOf.js";

/** Connecting takes less than a minute; after that one may ask again. */
const ASK_AGAIN_AFTER = 60_000;

/** Who reads it, where, and in which words. */
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
  const {
    platformName,
    messages = en,
    locale = messages.code,
    requirementMessages: explainer = null,
    timeZone = "UTC",
    relative = false,
  } = options;
  const words = messages.connection;
  const purpose = knownPurpose(options.purpose);
  const dates = { locale, timeZone };
  const now = [options.now, Date.parse(connection.serverTime)].find(Number.isFinite) ?? 0;
  const { payouts } = connection;
  const ends = isDisconnecting(connection);
  const all = describeRows(ends ? [] : connection.requirements, { words, explainer, dates, now, relative, payouts });
  const inState = (state: RequirementState) => all.filter((row) => row.described.state === state);
  const due = [...inState("past_due"), ...inState("due")];
  const upcoming = inState("upcoming");
  const checking = inState("pending");
  const scene = { connection, words, platformName, purpose, dates, now, relative, due, upcoming, checking };
  const notices = ends ? [] : describeNotices(scene);
  return {
    label: messages.status[connection.status] ?? messages.status.error,
    tone: toneOf(connection.status, connection.reason),
    ...(ends ? { sentence: words.disconnecting, detail: words.connectingDetail } : describeSentence(scene)),
    notices,
    rows: [...due, ...upcoming].map((row) => row.described),
    checking: checking.map((row) => row.described),
    payments: describeFlow(connection.payments, words),
    payouts: describeFlow(payouts, words),
    primary: primary(scene, notices),
  };
}

function describeFlow(flow: Flow, { flows }: Messages["connection"]): string | null {
  return flow === "not_requested" ? null : (flows[flow] ?? flows.inactive);
}

/** The button that moves things on. Where somebody else has the ball there is none. */
function primary(scene: Scene, notices: readonly DescribedNotice[]): Description["primary"] {
  const { connection, words } = scene;
  const { status, can } = connection;
  const button = (action: "connect" | "update" | "check", emphasis: "primary" | "secondary") => ({
    action,
    label: words.actions[action],
    emphasis,
  });
  if (status === "not_connected") return can.connect === true ? button("connect", "primary") : null;
  if (status === "connecting") return statusAge(scene) < ASK_AGAIN_AFTER ? null : button("check", "secondary");
  if (isDisconnecting(connection)) return button("check", "secondary");
  if (can.update !== true) return null;
  // What is asked for months ahead can wait as calmly as it is told.
  const isCalm = connection.reason === "future_requirements" && notices.every(({ tone }) => tone === "info");
  if (connection.action === "open_onboarding") return button("update", isCalm ? "secondary" : "primary");
  return status === "connected" ? button("update", "secondary") : null;
}
