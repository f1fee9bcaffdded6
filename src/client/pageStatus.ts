import { createSubscribable } from "./subscribable.js";

const EVENTS = ["visibilitychange", "online", "offline"] as const;

/**
 * Whether the page is visible and online, for all clients of the page. It listens only while something of ours does; a
 * server has no page. A page counts as online until its browser says `offline`: `navigator.onLine` is false on some
 * networks that work.
 */
function createPageStatus() {
  let isOnline = true;
  const { subscribe, notify } = createSubscribable({
    onFirst() {
      // While nothing listened, the network may have come back.
      isOnline ||= globalThis.navigator?.onLine !== false;
      for (const name of EVENTS) globalThis.addEventListener?.(name, onEvent);
    },
    onLast() {
      for (const name of EVENTS) globalThis.removeEventListener?.(name, onEvent);
    },
  });
  function onEvent({ type }: Event) {
    if (type !== "visibilitychange") isOnline = type === "online";
    notify();
  }
  return {
    isVisible: () => globalThis.document?.visibilityState !== "hidden",
    isOnline: () => isOnline,
    onPageChange: subscribe,
  };
}

export const pageStatus = createPageStatus();
