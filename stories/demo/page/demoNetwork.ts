/** The page's own network cable, which the drawer can pull. */
export interface DemoNetwork {
  fetch: typeof fetch;
  setOffline(offline: boolean): void;
}

/** Pulling the cable ends what is under way too, and the browser says `offline` as it would. */
export function createDemoNetwork(): DemoNetwork {
  let cable: AbortController | null = new AbortController();

  return {
    async fetch(input, init) {
      if (!cable) throw new TypeError("Failed to fetch");
      const ends = [cable.signal, init?.signal].filter((signal) => signal instanceof AbortSignal);
      return await fetch(input, { ...init, signal: AbortSignal.any(ends) });
    },
    setOffline(offline) {
      if (offline === !cable) return;
      cable?.abort(new TypeError("network error"));
      cable = offline ? null : new AbortController();
      if (offline) Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
      else Reflect.deleteProperty(navigator, "onLine");
      window.dispatchEvent(new Event(offline ? "offline" : "online"));
    },
  };
}
