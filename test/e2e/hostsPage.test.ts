import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtures } from "../../src/testing/index.js";
import { launchBrowser } from "./billingPage.js";
import { type ServedPage, servePage } from "./servePage.js";

// The built package as a host has it: imported by its public names, over a real line to another origin's back end.
const PAGE = `
  import { createElement as h } from "react";
  import { createRoot } from "react-dom/client";
  import { httpAdapter, StripeConnectionCard, StripeConnectionProvider, useStripeConnection } from "react-stripe-connection";
  import { createConnectionClient } from "react-stripe-connection/headless";
  const asked = new URL(location.href).searchParams;
  const back = asked.get("back");
  const platformName = "Acme Cloud";
  const of = (path, options) => httpAdapter({ url: back + path, ...options });
  const cookies = { credentials: "include" };
  window.drawn = 0;
  function Badge() {
    const status = useStripeConnection(({ connection }) => connection?.status);
    window.drawn += 1;
    return h("output", null, status ?? "nothing");
  }
  const cases = {
    same: () => [
      h(StripeConnectionCard, { key: 1, endpoint: "/same", platformName }),
      h(StripeConnectionCard, { key: 2, endpoint: "/same/", platformName }),
      h(StripeConnectionProvider, { key: 3, endpoint: "/same", platformName }, h(Badge), h(Badge)),
    ],
    client: () => h(StripeConnectionCard, {
      client: createConnectionClient({ adapter: of("/fails", cookies) }), platformName,
    }),
    cookie: () => h(StripeConnectionCard, {
      adapter: of("/cookie", { ...cookies, headers: async () => ({ "x-csrf": "token 1" }) }), platformName,
    }),
    forgotten: () => h(StripeConnectionCard, { adapter: of("/cookie"), platformName,
      onAuthError: (error) => (window.told = [...(window.told ?? []), error.message]) }),
    endpoint: () => h(StripeConnectionCard, { endpoint: asked.get("endpoint"), platformName,
      onAuthError: (error) => (window.told = [...(window.told ?? []), error.code]) }),
  };
  createRoot(document.getElementById("root")).render(cases[asked.get("case")]());
`;

const asked: string[] = [];
const count = (line: string) => asked.filter((one) => one === line).length;
let revision = 12;
let isDown = false;

/** Cookies are the page's; a request of another origin needs leave, and gets it only with credentials. */
function answer(request: IncomingMessage, response: ServerResponse) {
  const { method = "", url = "", headers } = request;
  response.setHeader("access-control-allow-origin", headers.origin ?? "*");
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("access-control-allow-headers", "content-type, x-csrf");
  if (method === "OPTIONS") return void response.writeHead(204).end();
  asked.push(`${method} ${url}`);
  if (url.endsWith("/events")) return void response.writeHead(404).end();
  const say = (status: number, body: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (url.startsWith("/login")) return void response.writeHead(302, { location: "/sign-in" }).end();
  if (url.startsWith("/html")) {
    return void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><form>Sign in</form>");
  }
  if (url.startsWith("/fails") && isDown) return void say(500, { code: "internal" });
  if (url.startsWith("/cookie") && (headers.cookie !== "session=1" || headers["x-csrf"] !== "token 1")) {
    return void say(401, { code: "session_expired" });
  }
  if (method === "POST") revision += 1;
  return void say(200, {
    ...fixtures.connected,
    revision,
    serverTime: new Date(1_795_000_000_000 + revision).toISOString(),
  });
}

const backEnd = createServer(answer);
let served: ServedPage;
let browser: Browser;
let back: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => backEnd.listen(0, "127.0.0.1", resolve));
  back = `http://127.0.0.1:${(backEnd.address() as AddressInfo).port}`;
  served = await servePage(PAGE, () => ({ headers: {} }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  backEnd.closeAllConnections();
  await new Promise((resolve) => backEnd.close(resolve));
});

async function open(query: Record<string, string>): Promise<Page> {
  asked.length = 0;
  const context = await browser.newContext();
  await context.addCookies([{ name: "session", value: "1", url: back }]);
  const page = await context.newPage();
  // What the page asks its own origin for goes to the same back end.
  await page.route(`${served.origin}/{same,login,html}/**`, async (route) => {
    const there = route.request().url().replace(served.origin, back);
    const response = await route.fetch({ url: there, maxRedirects: 0 });
    await route.fulfill({ response });
  });
  await page.goto(`${served.origin}/?${new URLSearchParams({ back, ...query }).toString()}`);
  return page;
}
const told = (page: Page) => page.evaluate(() => (window as unknown as { told?: string[] }).told ?? []);

describe("a host's page", () => {
  test("A11 two cards by their endpoint and two badges make one request, and a badge is drawn for its status only", async () => {
    const page = await open({ case: "same" });
    const drawn = () => page.evaluate(() => (window as unknown as { drawn: number }).drawn);
    await page
      .getByRole("status")
      .filter({ hasText: /^connected$/ })
      .nth(1)
      .waitFor();
    expect(count("GET /same/connection")).toBe(1);
    const before = await drawn();
    expect(before, "nothing, then the status, for each of two").toBe(4);
    for (let n = 1; n <= 3; n += 1) {
      await page.getByRole("button", { name: "More actions" }).first().click();
      // A look that is under way is not begun a second time.
      const answered = page.waitForResponse("**/same/connection/refresh");
      await page.getByRole("menuitem", { name: "Check status now" }).click();
      await (await answered).finished();
      expect(count("POST /same/connection/refresh")).toBe(n);
      await expect.poll(() => page.getByRole("button", { name: "More actions" }).first().isEnabled()).toBe(true);
    }
    expect(await drawn()).toBe(before);
    expect(count("GET /same/connection")).toBe(1);
    await page.context().close();
  });

  test("a client that the host has made, from the other entry: one request, told at once, and asked again by a press", async () => {
    isDown = true;
    const page = await open({ case: "client" });
    await page.getByText("Something went wrong on the server.").waitFor();
    expect(count("GET /fails/connection")).toBe(1);
    isDown = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Connected", { exact: true }).waitFor();
    expect(asked.filter((line) => line.endsWith("/connection")).length).toBeLessThan(4);
    await page.context().close();
  });

  test("an absolute URL with credentials and a headers function reaches a back end of another origin", async () => {
    const page = await open({ case: "cookie" });
    await page.getByText("Connected", { exact: true }).waitFor();
    expect(count("GET /cookie/connection")).toBe(1);
    await page.context().close();
  });

  test("D10 without credentials the developer hears what is missing, once, and nobody asks in a circle", async () => {
    const page = await open({ case: "forgotten" });
    await page.getByText("You have been signed out.").waitFor();
    await expect.poll(() => told(page)).toEqual([expect.stringContaining('credentials: "include"')]);
    expect(count("GET /cookie/connection")).toBe(1);
    await page.context().close();
  });

  test("D1 a login page behind a redirect is a session that is over; one in the answer's place can't be read", async () => {
    const redirected = await open({ case: "endpoint", endpoint: "/login" });
    await redirected.getByText("You have been signed out.").waitFor();
    await expect.poll(() => told(redirected)).toEqual(["session_expired"]);
    // A redirect can't be read: it may have added a slash and no more. The login page itself is not asked for.
    expect(asked).toEqual(["GET /login/connection", "GET /login/connection/"]);
    await redirected.context().close();
    const page = await open({ case: "endpoint", endpoint: "/html" });
    await page.getByText(/an answer that can't be read/).waitFor();
    expect(await told(page)).toEqual([]);
    await page.context().close();
  });
});
