/// <reference types="node" />
import { readFile } from "node:fs/promises";
import type { StripeSimulator } from "../simulator/stripeSimulator.js";
import { simulatedBackEnd, type SimulatedBackEnd, type SimulatedBackEndOptions } from "./simulatedBackEnd.js";

/** The part of Playwright's `Route` that is used: each of its methods is Playwright's own. */
export interface PlaywrightRoute {
  /** The request that was intercepted. */
  request(): {
    url(): string;
    method(): string;
    headers(): Record<string, string>;
    postData(): string | null;
  };
  /** Answers the request in place of the network. */
  fulfill(response: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
  /** Fails the request as a broken network does. */
  abort(): Promise<void>;
}

/** A `Page` or `BrowserContext` of Playwright. */
export interface PlaywrightPage {
  /** Calls `handler` for each request whose URL matches, until the page closes. */
  route(url: RegExp | ((url: URL) => boolean), handler: (route: PlaywrightRoute) => Promise<void>): Promise<unknown>;
}

// As a variable, or bundlers would take the file for a picture and put it in here.
const STAND_IN = "../simulator/connect.js";
const CONNECT_JS = /^https:\/\/connect-js\.stripe\.com\//;
/** Below the page's own origin, which its Content-Security-Policy lets it call. */
const WAY = "/_stripe-simulator";

/** Tells the stand-in, which looks for a simulator in its page, the way to one outside. */
const PRELUDE = `{
  const name = Symbol.for("react-stripe-connection.simulators");
  (globalThis[name] ??= new Set()).add({
    fetch: async (request) => fetch("${WAY}" + new URL(request.url).pathname, {
      method: request.method, headers: request.headers, body: await request.text(),
    }),
  });
}
`;

/**
 * Plays Stripe's script: the page's onboarding form is the stand-in, which fills an account of the simulator. Nothing
 * reaches Stripe. Call it before the page opens the form.
 * @param simulator one that runs in the test, or the `url` of a listening one
 */
export async function serveConnectJs(page: PlaywrightPage, simulator: StripeSimulator | string): Promise<void> {
  const script = PRELUDE + (await readFile(new URL(STAND_IN, import.meta.url), "utf8"));
  await page.route(CONNECT_JS, (route) =>
    new URL(route.request().url()).pathname.endsWith("/connect.js")
      ? route.fulfill({ status: 200, headers: { "content-type": "text/javascript" }, body: script })
      : route.abort(),
  );
  await page.route(
    (url) => url.pathname.startsWith(`${WAY}/`),
    async (route) => {
      const request = requestOf(route);
      const path = new URL(request.url).pathname.slice(WAY.length);
      const there = new Request(new URL(path, typeof simulator === "string" ? simulator : request.url), request);
      await answer(route, typeof simulator === "string" ? await fetch(there) : await simulator.fetch(there));
    },
  );
}

/**
 * Plays your back end: what the card asks its `endpoint` is answered by the real handler over the simulator. Nothing is
 * pushed, as Playwright can't stream: the card asks again when somebody looks, or by "Check status now".
 */
export async function serveConnection(
  page: PlaywrightPage,
  simulator: StripeSimulator,
  options: SimulatedBackEndOptions = {},
): Promise<Pick<SimulatedBackEnd, "close">> {
  const backEnd = simulatedBackEnd(simulator, options);
  const start = new URL(backEnd.endpoint, "https://page.invalid").pathname;
  await page.route(
    (url) => url.pathname.startsWith(`${start}/`),
    async (route) => {
      const request = requestOf(route);
      const isStream = request.headers.get("accept") === "text/event-stream";
      await answer(route, isStream ? new Response(null, { status: 204 }) : await backEnd.fetch(request));
    },
  );
  return { close: () => backEnd.close() };
}

function requestOf(route: PlaywrightRoute): Request {
  const asked = route.request();
  return new Request(asked.url(), { method: asked.method(), headers: asked.headers(), body: asked.postData() });
}

const answer = async (route: PlaywrightRoute, response: Response) =>
  route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  });
