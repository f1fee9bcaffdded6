import { type Deadline, earliest, readDeadline } from "../core/deadlines.js";
import type { DescribedNotice } from "./description.js";
import type { Row } from "./describeRows.js";
import { formatDate } from "./format.js";
import type { Scene } from "./scene.js";
import { whichAre } from "./stoppedFlows.js";
import { toneOf } from "./toneOf.js";

/** The banners of a connection, the gravest first. */
export function describeNotices(scene: Scene): DescribedNotice[] {
  const notices = [removed(scene), stopped(scene), deadline(scene), readOnly(scene)];
  return notices.filter((notice) => notice !== null);
}

function removed({ connection, words, dates }: Scene): DescribedNotice | null {
  if (connection.status !== "not_connected") return null;
  const isRemoved = connection.disconnectedWhy === "removed_at_stripe";
  if (!isRemoved && connection.reason !== "deleted" && connection.reason !== "closed") return null;
  const at = Date.parse(connection.disconnectedAt ?? "");
  const date = Number.isFinite(at) ? formatDate(at, dates, "long") : null;
  return { id: "removed", tone: "warning", title: null, text: words.removed({ date }) };
}

/** What does not work, why, and what to do. */
function stopped(scene: Scene): DescribedNotice | null {
  const { connection, words } = scene;
  const paused = whichAre(connection, "paused");
  switch (connection.status) {
    case "not_connected":
    case "connecting":
      return null;
    case "connected": {
      const off = whichAre(connection, "paused", "inactive", "pending");
      if (!off) return null;
      const title = paused === off ? words.paused[off] : words.off[off];
      return { id: "paused", tone: "warning", title, text: words.offMeans[off] };
    }
    case "in_progress":
      return paused && connection.action === "wait"
        ? { id: "paused", tone: "warning", title: words.paused[paused], text: words.afterCheck }
        : null;
    case "error":
    default: {
      const off = whichAre(connection, "inactive");
      const title = paused ? words.paused[paused] : off ? words.off[off] : null;
      const id = connection.reason === "rejected" ? "rejected" : title === null ? "contact" : "paused";
      const text = whatToDo(scene);
      return text === null ? null : { id, tone: toneOf(connection.status, connection.reason), title, text };
    }
  }
}

function whatToDo({ connection, words, platformName, due }: Scene): string | null {
  switch (connection.action) {
    case "open_onboarding": {
      if (connection.reason === "rejected") return words.appeal;
      const [only] = due;
      // One thing: its own explanation. Several are rows of their own.
      return (due.length === 1 && only?.described.text) || words.needsNow({ count: due.length });
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
function deadline(scene: Scene): DescribedNotice | null {
  const { connection, words, purpose, due, upcoming } = scene;
  if (connection.status !== "connected") return null;
  if (due.length > 0) {
    const { told, when } = dueIn(scene, due);
    return { id: "deadline", tone: when?.urgency ?? "info", title: null, text: words.dueSoon[purpose](told) };
  }
  if (upcoming.length > 0) {
    const { told, when } = dueIn(scene, upcoming);
    return { id: "deadline", tone: when?.urgency ?? "info", title: null, text: words.willNeed(told) };
  }
  return null;
}

function dueIn({ now, dates }: Scene, rows: Row[]) {
  const when: Deadline | null = readDeadline(earliest(rows.map((row) => row.deadline)), now);
  const told = {
    thing: rows.length === 1 ? (rows[0]?.noun ?? null) : null,
    count: rows.length,
    date: when ? formatDate(when.at, dates, "long") : null,
    isPast: when?.isPast ?? false,
  };
  return { told, when };
}

/** Said only where there would be something to press. */
function readOnly({ connection, words }: Scene): DescribedNotice | null {
  const wanted = connection.status === "not_connected" ? connection.can.connect : connection.can.update;
  return wanted === "role" ? { id: "read_only", tone: "neutral", title: null, text: words.readOnly } : null;
}
