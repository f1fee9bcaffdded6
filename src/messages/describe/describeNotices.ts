import { earliest, readDeadline } from "../../core/deadlines.js";
import type { DescribedNotice, Tone } from "./description.js";
import { formatDate, formatRelativeDay } from "../format.js";
import { type Scene, whichAre } from "./scene.js";
import { toneOf } from "./toneOf.js";

/** The banners of a connection, the gravest first. */
export function describeNotices(scene: Scene): DescribedNotice[] {
  return [removed(scene), stopped(scene), deadline(scene), readOnly(scene)].filter((one) => one !== null);
}

function notice(id: DescribedNotice["id"], tone: Tone, text: string, title: string | null = null): DescribedNotice {
  return { id, tone, title, text };
}

function removed({ connection, words, dates }: Scene): DescribedNotice | null {
  const { status, reason, disconnectedAt, disconnectedWhy } = connection;
  if (status !== "not_connected") return null;
  if (disconnectedWhy !== "removed_at_stripe" && reason !== "deleted" && reason !== "closed") return null;
  const at = Date.parse(disconnectedAt ?? "");
  return notice("removed", "warning", words.removed({ date: Number.isNaN(at) ? null : formatDate(at, dates, "long") }));
}

/** What does not work, why, and what to do. */
function stopped(scene: Scene): DescribedNotice | null {
  const { connection, words } = scene;
  const { status, reason, action } = connection;
  const paused = whichAre(connection, "paused");
  const pausedTitle = paused && words.paused[paused];
  switch (status) {
    case "not_connected":
    case "connecting":
      return null;
    case "in_progress":
      return paused && action === "wait" ? notice("paused", "warning", words.afterCheck, pausedTitle) : null;
    case "connected": {
      const off = whichAre(connection, "paused", "inactive", "pending");
      return off && notice("paused", "warning", words.offMeans[off], paused === off ? pausedTitle : words.off[off]);
    }
    case "error":
    default: {
      const off = whichAre(connection, "inactive");
      const title = pausedTitle ?? (off && words.off[off]);
      const id = reason === "rejected" ? "rejected" : title === null ? "contact" : "paused";
      return notice(id, toneOf(status, reason), whatToDo(scene), title);
    }
  }
}

function whatToDo({ connection, words, platformName, due }: Scene): string {
  switch (connection.action) {
    case "open_onboarding": {
      if (connection.reason === "rejected") return words.appeal;
      const [first, ...more] = due;
      // Several are told by rows of their own.
      return (more.length === 0 && first?.sentence) || words.needsNow({ count: due.length });
    }
    case "contact_platform":
      return words.contactPlatform({ platformName });
    case "wait":
      return words.afterCheck;
    default:
      return words.contactStripe;
  }
}

/** Connected, but not for ever: what is asked for, and by when. */
function deadline({ connection, words, purpose, dates, now, relative, due, upcoming }: Scene): DescribedNotice | null {
  const rows = due.length > 0 ? due : upcoming;
  const [first, ...more] = rows;
  if (connection.status !== "connected" || !first) return null;
  const when = readDeadline(earliest(rows.map((row) => row.deadline)), now);
  const told = {
    thing: more.length === 0 ? first.noun : null,
    count: rows.length,
    date: when && formatDate(when.at, dates, "long"),
    isPast: when?.isPast ?? false,
  };
  const tone = when?.urgency ?? "info";
  if (rows === due) return notice("deadline", tone, words.dueSoon[purpose](told));
  const hint = when && { hint: relative ? formatRelativeDay(when.at, now, dates) : null };
  return Object.assign(notice("deadline", tone, words.willNeed(told)), hint);
}

/** Said only where there would be something to press. */
function readOnly({ connection: { status, can }, words }: Scene): DescribedNotice | null {
  const wanted = status === "not_connected" ? can.connect : can.update;
  return wanted === "role" ? notice("read_only", "neutral", words.readOnly) : null;
}
