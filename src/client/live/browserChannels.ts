import type { Runtime } from "../runtime.js";

/** What ties the tabs of one browser together. */
export function browserChannels(): Pick<Runtime, "lock" | "openChannel"> {
  // Absent in old browsers, and on pages without HTTPS.
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  return {
    lock: locks ? (name, signal, work) => locks.request(name, { signal }, work) : null,
    openChannel(name, onMessage) {
      const channel = broadcastChannel(name);
      if (!channel) return null;
      channel.onmessage = (event) => onMessage(event.data);
      return { post: (message) => channel.postMessage(message), close: () => channel.close() };
    },
  };
}

function broadcastChannel(name: string): BroadcastChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  try {
    return new BroadcastChannel(name);
  } catch {
    // SecurityError, in a browser that lets a page store nothing: then each tab finds out by itself.
    return null;
  }
}
