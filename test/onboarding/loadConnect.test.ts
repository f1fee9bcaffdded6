import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONNECT_JS_URL } from "../../src/onboarding/session/loadConnect.js";

// jsdom loads no scripts: each load and error here is the test's own.
const tag = () => document.querySelector<HTMLScriptElement>(`script[src="${CONNECT_JS_URL}"]`);
// The styles in the head are those of other files' cards, too.
const removeScripts = () => document.querySelectorAll("script").forEach((script) => script.remove());
const define = () => Object.assign(window, { StripeConnect: { init: () => ({}) } });
const failureOf = (load: Promise<void>) =>
  load.then(
    () => null,
    (error: { failure: string }) => error.failure,
  );

// A form that another file opened may still be waiting for its script.
let loadConnectScript: typeof import("../../src/onboarding/session/loadConnect.js").loadConnectScript;
beforeEach(async () => {
  vi.resetModules();
  ({ loadConnectScript } = await import("../../src/onboarding/session/loadConnect.js"));
  removeScripts();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(window, "StripeConnect");
  removeScripts();
  document.body.replaceChildren();
});

test("nothing is loaded where connect.js is there already", async () => {
  define();
  await loadConnectScript();
  expect(tag()).toBeNull();
});

test("two who ask at once share one tag", async () => {
  const both = [loadConnectScript(), loadConnectScript()];
  expect(document.scripts).toHaveLength(1);
  define();
  tag()?.dispatchEvent(new Event("load"));
  await Promise.all(both);
  expect(vi.getTimerCount()).toBe(0);
});

test("C3 who asks later waits as long as who asked first", async () => {
  const first = failureOf(loadConnectScript());
  await vi.advanceTimersByTimeAsync(14_000);
  const second = loadConnectScript();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await first).toBe("script_timeout");
  expect(document.scripts).toHaveLength(1);
  define();
  tag()?.dispatchEvent(new Event("load"));
  await second;
  expect(vi.getTimerCount()).toBe(0);
});

test("C1 a failed load is forgotten: the next call starts over", async () => {
  const first = failureOf(loadConnectScript());
  tag()?.dispatchEvent(new Event("error"));
  expect(await first).toBe("script_blocked");
  expect(tag()).toBeNull();
  const second = loadConnectScript();
  define();
  tag()?.dispatchEvent(new Event("load"));
  await second;
});

test("C2 a load that leaves a clobbered global is broken", async () => {
  const anchor = document.createElement("a");
  anchor.id = "StripeConnect";
  document.body.append(anchor);
  Object.assign(window, { StripeConnect: anchor });
  const load = failureOf(loadConnectScript());
  tag()?.dispatchEvent(new Event("load"));
  expect(await load).toBe("script_broken");
});

test("C3 no event at all ends after 15 s, on a host's tag too", async () => {
  const hosts = document.createElement("script");
  hosts.src = CONNECT_JS_URL;
  document.head.append(hosts);
  const load = failureOf(loadConnectScript());
  expect(document.scripts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await load).toBe("script_timeout");
  expect(hosts.isConnected).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("a script whose event was missed counts when its time is up", async () => {
  const load = failureOf(loadConnectScript());
  define();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await load).toBeNull();
});

test("a nonce and another address are taken over", async () => {
  const load = loadConnectScript({ url: "/connect.js", nonce: "abc" });
  const script = document.scripts[0];
  expect(script?.nonce).toBe("abc");
  expect(script?.src).toBe(new URL("/connect.js", location.href).href);
  define();
  script?.dispatchEvent(new Event("load"));
  await load;
});
