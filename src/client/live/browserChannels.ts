import type { Runtime } from "../runtime.js";

/** What ties the tabs of one browser together. */
export function browserChannels(): Pick<Runtime, "lock" | "openChannel"> {
  // Absent in old browsers, and on pages without HTTPS.
  const locks = globalThis.navigator?.locks;
  return {
    lock: locks ? (name, signal, work) => locks.request(name, { signal }, work) : null,
    openChannel(name, onMessage) {
      try {
        const channel = new BroadcastChannel(name);
        channel.onmessage = (event) => onMessage(event.data);
        return { post: (message) => channel.postMessage(message), close: () => channel.close() };
      } catch {
        // There is none on a server, and a SecurityError in a browser that lets a page store nothing: then each tab finds
        // out by itself.
        return null;
      }
    },
  };
}
