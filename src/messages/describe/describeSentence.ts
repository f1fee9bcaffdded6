import { type Scene, statusAge, whichAre } from "./scene.js";
import { whyFlowsAreOff, whyOff } from "./whyOff.js";

const SLOW_AFTER = 5 * 60_000;

/** How a connection stands and who has the ball: a sentence, and a small line below it or null. */
export function describeSentence(scene: Scene): { sentence: string; detail: string | null } {
  const { connection, words, purpose, platformName, due } = scene;
  const tell = (sentence: string, detail: string | null = null) => ({ sentence, detail });
  switch (connection.status) {
    case "not_connected":
      return tell(words.notConnected[purpose], words.notConnectedDetail);
    case "connecting":
      return statusAge(scene) < SLOW_AFTER
        ? tell(words.connecting, words.connectingDetail)
        : tell(words.connectingSlow, words.connectingSlowDetail);
    case "connected":
      return tell(connection.ready ? words.connected[purpose] : words.connectedNotReady({ platformName }), why(scene));
    case "in_progress":
      if (connection.action === "open_onboarding") return tell(words.needs[purpose]({ count: due.length }));
      if (connection.action === "contact_platform" || connection.action === "contact_stripe")
        return tell(trouble(scene), why(scene));
      return tell(isReviewed(scene) ? reviewing(scene) : words.checking, beingChecked(scene));
    // A status that this version does not know reads as an error, too.
    case "error":
    default:
      return tell(trouble(scene), why(scene));
  }
}

/** What Stripe gives as the reason, where the sentence does not say it. */
function why({ connection, words, platformName }: Scene): string | null {
  const name = whyFlowsAreOff(connection);
  if (name === null) return null;
  const told = words.why[name];
  return typeof told === "string" ? told : told({ platformName });
}

function isReviewed({ connection: { reason } }: Scene): boolean {
  return reason === "under_review" || reason === "listed";
}

/** Never "nothing to do" above a list of what is due. */
function reviewing({ words, due }: Scene): string {
  return due.length > 0 ? words.reviewingAsks : words.reviewing;
}

function beingChecked({ words, checking }: Scene): string | null {
  const things = new Set(checking.map((row) => row.described.title));
  return things.size === 0 ? null : words.beingChecked({ things: [...things] });
}

function trouble(scene: Scene): string {
  const { connection, words, platformName } = scene;
  const { reason, action } = connection;
  if (reason === "rejected") {
    const isByPlatform = action === "contact_platform" || whyOff(connection.disabledReason) === "platform";
    return isByPlatform ? words.rejectedByPlatform({ platformName }) : words.rejected;
  }
  if (reason === "platform_paused") return words.platformPaused({ platformName });
  if (reason === "requested_capabilities") return words.requestedCapabilities({ platformName });
  if (isReviewed(scene)) return reviewing(scene);
  if (action === "open_onboarding") {
    const stopped = whichAre(connection, "paused", "inactive", "pending");
    return stopped ? words.fix[stopped] : words.fixInTime;
  }
  return reason === "unknown" ? words.unknown : words.restricted;
}
