import { createSubscribable } from "../../client/subscribable.js";
import type { Connection } from "../../core/connection.js";
import { describeConnection } from "../../messages/describe/describeConnection.js";
import type { Description } from "../../messages/describe/description.js";
import { formatDate } from "../../messages/format.js";
import type { RequirementMessages } from "../../messages/messages.js";
import type { ConnectionSettings } from "../../react/context.js";
import { isSame } from "../../react/isSame.js";
import { wordsChunk } from "../chunks/wordsChunk.js";
import { minuteTick } from "./minuteTick.js";
import { type ReaderClock, timeAgo } from "./pastTime.js";
import { startedBy } from "./startedBy.js";

/** A description, and the times in it that move on by themselves. */
export interface Told extends Description {
  /** When the account was last read at Stripe: "2 min. ago"; null where it never was. */
  checked: string | null;
  /** Who began and when, for another admin; null where there is nothing to go on with. */
  startedBy: string | null;
  /** The reader's day, or "" while it is not known. */
  today: string;
  clock: ReaderClock;
}

export interface DescriptionStore {
  subscribe: (listener: () => void) => () => void;
  /** The same object for as long as it says the same. */
  read: (connection: Connection) => Told;
  /** What the server says, and a page while it hydrates: no words that are a chunk, no clock. */
  readFirst: (connection: Connection) => Told;
  /** There is a requirement to explain, or soon will be. */
  want: () => void;
}

let readersZone: string | undefined;
/** Dear to ask for, and the same for every card. */
function zoneOfReader(): string {
  readersZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return readersZone;
}

/** Describes each connection once for all that show it, and again when time or words change what it says. */
export function createDescriptionStore(settings: ConnectionSettings): DescriptionStore {
  const { client, messages, locale, platformName, purpose, timeZone, onEvent } = settings;
  const chunk = wordsChunk(messages.requirements);
  const told = new WeakMap<Connection, { tick: number; words: RequirementMessages | null; told: Told }>();
  const toldFirst = new WeakMap<Connection, Told>();
  let last: Told | undefined;
  let isAsked = false;
  let sources: (() => void)[] = [];
  const { subscribe, notify } = createSubscribable({
    onFirst() {
      sources = [minuteTick.subscribe(notify), chunk.subscribe(notify)];
    },
    onLast: () => sources.forEach((end) => end()),
  });

  function tell(connection: Connection, words: RequirementMessages | null, clock: ReaderClock): Told {
    const { now } = clock;
    const style = { messages, locale, platformName, purpose, timeZone: clock.timeZone, relative: clock.relative };
    return {
      startedBy: startedBy(connection, style, messages.card),
      checked: timeAgo(connection.checkedAt, clock, locale, messages.card.facts.justNow),
      ...describeConnection(connection, {
        requirementMessages: words,
        ...style,
        ...(now === undefined ? {} : { now }),
      }),
      today: now === undefined ? "" : formatDate(now, style, "medium"),
      clock,
    };
  }

  return {
    subscribe,
    read(connection) {
      const tick = minuteTick.count();
      const words = chunk.peek();
      const known = told.get(connection);
      if (known?.tick === tick && known.words === words) return known.told;
      const now = client.serverNow();
      const fresh = tell(connection, words, { timeZone: timeZone ?? zoneOfReader(), relative: true, now });
      // A new answer mostly repeats the one before: what shows only that is not drawn again.
      last = sharing(known?.told ?? last, fresh);
      told.set(connection, { tick, words, told: last });
      return last;
    },
    readFirst(connection) {
      const known =
        toldFirst.get(connection) ??
        tell(connection, null, { timeZone: timeZone ?? "UTC", relative: false, now: undefined });
      toldFirst.set(connection, known);
      return known;
    },
    want() {
      if (isAsked || chunk.peek() !== null) return;
      isAsked = true;
      chunk.load().catch(() => {
        // The next answer, or card, asks again. Until then rows keep their titles.
        isAsked = false;
        onEvent({ type: "failed", operation: "load", code: "chunk_failed" });
      });
    },
  };
}

/** `before` where `after` says the same; else `after`, with what says the same taken from `before`. The clock is no word. */
function sharing(before: Told | undefined, after: Told): Told {
  if (!before) return after;
  const { clock: _, ...words } = after;
  const shared = Object.entries(words).map(
    ([name, value]) => [name, keepSame(Reflect.get(before, name), value)] as const,
  );
  if (shared.every(([name, value]) => value === Reflect.get(before, name))) return before;
  return Object.assign({}, after, Object.fromEntries(shared));
}

/** Rows are looked at one by one: one that says the same is not drawn again when another one changes. */
function keepSame(before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return before;
  return Array.isArray(before) && Array.isArray(after) ? after.map((item, at) => keepSame(before[at], item)) : after;
}
