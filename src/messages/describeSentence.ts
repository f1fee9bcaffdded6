import type { Scene } from "./scene.js";
import { SLOW_AFTER, statusAge } from "./scene.js";
import { whichAre } from "./stoppedFlows.js";

interface Sentence {
  sentence: string;
  /** The small line below, or null. */
  detail: string | null;
}

/** The sentence about a connection: how it stands and who has the ball. */
export function describeSentence(scene: Scene): Sentence {
  const { connection, words, purpose, platformName } = scene;
  switch (connection.status) {
    case "not_connected":
      return { sentence: words.notConnected[purpose], detail: words.notConnectedDetail };
    case "connecting":
      return statusAge(scene) >= SLOW_AFTER
        ? { sentence: words.connectingSlow, detail: words.connectingSlowDetail }
        : { sentence: words.connecting, detail: words.connectingDetail };
    case "in_progress":
      return progress(scene);
    case "connected":
      return {
        sentence: connection.ready ? words.connected[purpose] : words.connectedNotReady({ platformName }),
        detail: null,
      };
    // A status that this version does not know reads as an error, too.
    case "error":
    default:
      return { sentence: trouble(scene), detail: null };
  }
}

function progress(scene: Scene): Sentence {
  const { connection, words, purpose, due } = scene;
  switch (connection.action) {
    case "open_onboarding": {
      const count = due.length;
      return { sentence: count === 0 ? words.needsSome[purpose] : words.needs[purpose]({ count }), detail: null };
    }
    case "contact_platform":
    case "contact_stripe":
      return { sentence: trouble(scene), detail: null };
    default: {
      const isReview = connection.reason === "under_review" || connection.reason === "listed";
      return { sentence: isReview ? words.reviewing : words.checking, detail: beingChecked(scene) };
    }
  }
}

function beingChecked({ words, checking }: Scene): string | null {
  const things = [...new Set(checking.map((row) => row.described.title))];
  return things.length === 0 ? null : words.beingChecked({ things });
}

function trouble({ connection, words, platformName }: Scene): string {
  switch (connection.reason) {
    case "rejected":
      return words.rejected;
    case "platform_paused":
      return words.platformPaused({ platformName });
    case "requested_capabilities":
      return words.requestedCapabilities({ platformName });
    case "listed":
    case "under_review":
      return words.reviewing;
    default:
  }
  if (connection.action === "open_onboarding") {
    const stopped = whichAre(connection, "paused", "inactive", "pending");
    return stopped ? words.fix[stopped] : words.fixInTime;
  }
  return connection.reason === "unknown" ? words.unknown : words.restricted;
}
