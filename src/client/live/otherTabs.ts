import type { Connection } from "../../core/connection.js";
import type { Runtime } from "../runtime.js";

export interface OtherTabs {
  /** Tells the others which revision there is: a number, no data. */
  tell(connection: Connection): void;
  close(): void;
}

/** A line to the other tabs of the same viewer. They read what is new by themselves. */
export function openOtherTabs(
  runtime: Runtime,
  name: string,
  scope: string,
  onRevision: (revision: number) => void,
): OtherTabs {
  let heard = -1;
  const channel = runtime.openChannel(name, (message) => {
    const revision = revisionOf(message, scope);
    if (revision === null) return;
    // Somebody who has just come, and missed what was told before.
    if (revision < heard) return channel?.post({ scope, revision: heard });
    heard = revision;
    onRevision(revision);
  });
  return {
    tell(connection) {
      // What another tab has told is no news to anybody.
      if (connection.scope !== scope || connection.revision <= heard) return;
      heard = connection.revision;
      channel?.post({ scope, revision: connection.revision });
    },
    close: () => channel?.close(),
  };
}

function revisionOf(message: unknown, scope: string): number | null {
  if (typeof message !== "object" || message === null) return null;
  const { scope: theirs, revision } = message as Record<string, unknown>;
  return theirs === scope && typeof revision === "number" && Number.isSafeInteger(revision) ? revision : null;
}
