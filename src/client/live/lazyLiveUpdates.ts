import type { Connection } from "../../core/connection.js";
import { toConnectionError } from "../../core/errors.js";
import { importPart } from "../../core/importPart.js";
import type { LiveUpdates, LiveUpdatesOptions } from "./liveUpdates.js";

export interface LazyLiveUpdates extends LiveUpdates {
  /** Somebody looks again: what could not be loaded is tried anew with the next `follow`. */
  retry(): void;
}

const code = importPart(() => import("./liveUpdates.js"), "createLiveUpdates");

/** Live updates, whose code is loaded with the first connection: the page shows that one without it. */
export function createLazyLiveUpdates(options: LiveUpdatesOptions): LazyLiveUpdates {
  let live: LiveUpdates | null = null;
  let wanted: Connection | null = null;
  let due = true;
  let told = false;

  async function load() {
    due = false;
    try {
      const { createLiveUpdates } = await code();
      live ??= createLiveUpdates(options);
    } catch (thrown) {
      // Without a stream the page polls, so that one word of it is enough.
      if (!wanted || told) return;
      told = true;
      options.onError(toConnectionError(thrown));
      return;
    }
    if (wanted) live.follow(wanted);
  }

  return {
    follow(connection) {
      wanted = connection;
      if (live) live.follow(connection);
      else if (due) void load();
    },
    isOpen: () => live?.isOpen() ?? false,
    retry() {
      due = true;
    },
    stop() {
      wanted = null;
      due = true;
      live?.stop();
    },
  };
}
