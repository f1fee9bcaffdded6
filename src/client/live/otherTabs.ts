import type { Connection } from "../../core/connection.js";
import type { Runtime } from "../runtime.js";

/** Any script of the page's origin may claim any revision: what is claimed makes one read in this time. ms */
const PAUSE = 1000;

export interface OtherTabs {
  /** Tells the others which revision there is: a number, no data. */
  tell(connection: Connection): void;
  close(): void;
}

/** A line to the other tabs of the same viewer. They read what is new by themselves, on `onNews`. */
export function openOtherTabs(runtime: Runtime, name: string, scope: string, onNews: () => void): OtherTabs {
  /** The server's word. */
  let known = -1;
  /** Another tab's word. */
  let heard = -1;
  let unread = -1;
  let endPause: (() => void) | null = null;

  function read() {
    if (endPause || unread <= known) return;
    unread = -1;
    endPause = runtime.after(PAUSE, () => {
      endPause = null;
      read();
    });
    onNews();
  }

  const channel = runtime.openChannel(name, (message) => {
    // Whatever it is: only what is looked at here is read.
    const { scope: theirs, revision } = Object(message) as { scope?: unknown; revision: number };
    if (theirs !== scope || !Number.isSafeInteger(revision)) return;
    // A tab that has just opened, and missed what was told before.
    if (revision < known) return channel?.post({ scope, revision: known });
    unread = heard = revision;
    read();
  });
  return {
    tell(connection) {
      const { revision } = connection;
      if (connection.scope !== scope || revision <= known) return;
      known = revision;
      // What another tab has told is not told again.
      if (revision !== heard) channel?.post({ scope, revision });
    },
    close() {
      endPause?.();
      channel?.close();
    },
  };
}
