import { vi } from "vitest";

function setVisibility(state: DocumentVisibilityState) {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** What a person and the network do to the page, as a browser tells of it. */
export const page = {
  hide: () => setVisibility("hidden"),
  show: () => setVisibility("visible"),
  goOffline: () => void window.dispatchEvent(new Event("offline")),
  goOnline: () => void window.dispatchEvent(new Event("online")),
};
