import type { Browser, BrowserContextOptions, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { FixtureKey } from "../../src/testing/index.js";
import { launchBrowser } from "./billingPage.js";
import { loadOnServer } from "./loadOnServer.js";
import { type ServedPage, servePage } from "./servePage.js";

/** The page of a host, for the server and for the browser. */
const PAGE = `
  import { StatusBadge, StripeConnectionCard } from "./src/index.ts";
  import { fixtureAdapter, fixtures } from "./src/testing/index.ts";
  const NO_THEME = {};
  const THEME = { brand: "#0a7", tokens: { radius: "5px" } };
  const Card = ({ fixture, theme, nonce }) =>
    <StripeConnectionCard platformName="Acme Cloud" theme={theme} nonce={nonce} timeZone="UTC"
      adapter={fixtureAdapter(fixtures[fixture])} initialConnection={fixtures[fixture]} />;
  const page = ({ show, nonce, themed, badge }) => <main>
    <h1>Billing</h1>
    {show.split(",").map((fixture) => <Card key={fixture} fixture={fixture} theme={themed ? THEME : NO_THEME} nonce={nonce} />)}
    {badge ? <StatusBadge status="connected" /> : null}
    <p>Below</p>
  </main>;
`;

const SERVER = `${PAGE}
  import { renderToString } from "react-dom/server";
  import { ServerStyleSheet } from "styled-components";
  export const render = (query) => ({ head: "", body: renderToString(page(query)) });
  export function renderCollected(query) {
    const sheet = new ServerStyleSheet();
    const body = renderToString(sheet.collectStyles(page(query)));
    return { head: sheet.getStyleTags(), body };
  }
`;

const BROWSER = `${PAGE}
  import { useState } from "react";
  import { createRoot, hydrateRoot } from "react-dom/client";
  const query = Object.fromEntries(new URLSearchParams(location.search));
  function Switchable() {
    const [mounted, setMounted] = useState(true);
    window.setMounted = setMounted;
    return mounted ? page(query) : null;
  }
  const root = document.getElementById("root");
  if (query.by === "browser") createRoot(root).render(<Switchable />);
  else hydrateRoot(root, <Switchable />);
`;

interface Query {
  /** Names of fixtures, a card for each. */
  show: string;
  /** Who makes the HTML. Default: the server. */
  by?: "browser" | "collector";
  nonce?: string;
  themed?: string;
  badge?: string;
}
type Rendered = { head: string; body: string };
interface Server {
  render: (query: Query) => Rendered;
  renderCollected: (query: Query) => Rendered;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A host that renders on its server, with React and its mode as given. */
async function startHost(options: { isDevelopment?: boolean; react?: string }): Promise<ServedPage> {
  const server = await loadOnServer<Server>(SERVER, options);
  return servePage(
    BROWSER,
    ({ searchParams }) => {
      const query: Query = { show: "", ...Object.fromEntries(searchParams) };
      const headers: Record<string, string> = query.nonce
        ? { "content-security-policy": `script-src 'self'; style-src 'nonce-${query.nonce}'` }
        : {};
      if (query.by === "browser") return { headers };
      return { headers, ...(query.by === "collector" ? server.renderCollected(query) : server.render(query)) };
    },
    options,
  );
}

interface Opened {
  page: Page;
  /** What the browser wrote to the console. */
  said: string[];
  close: () => Promise<void>;
}

async function open(host: ServedPage, query: Query, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
  const page = await context.newPage();
  const said: string[] = [];
  // Of the two exceptions, one is React's advertisement and one this test's own icon.
  page.on("console", (message) => {
    if (!/Download the React DevTools|data:,/.test(message.text())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  // The script waits until the reader has seen what the server sent.
  await page.route("**/stdin.js", async (route) => {
    if (query.by !== "browser") {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    }
    await route.continue();
  });
  await page.goto(`${host.origin}/?${new URLSearchParams({ ...query })}`);
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(() => "setMounted" in window);
    await page.waitForLoadState("networkidle");
  }
  return { page, said, close: () => context.close() };
}

/** Every computed style of every element of ours. */
const looks = ({ page }: Opened) =>
  page.evaluate(() => {
    // Times of day and explanations come with the script, and with them other sizes.
    const sizes = /^(width|height|inline-size|block-size|grid-template-.+|perspective-origin|transform-origin)$/;
    return [...document.querySelectorAll("main > div, main > div *, main > span, main > span *")].map((element) => {
      const style = getComputedStyle(element);
      const values = [...style].filter((property) => !sizes.test(property)).sort();
      const { parentElement: parent } = element;
      return {
        name: [parent, element].map((one) => `${one?.tagName} ${one?.getAttribute("data-part") ?? ""}`).join(" > "),
        style: values.map((property) => `${property}: ${style.getPropertyValue(property)}`).join("\n"),
      };
    });
  });

/** What looks otherwise, element by element. */
async function differences(one: Opened, other: Opened): Promise<string[]> {
  const [first, second] = [await looks(one), await looks(other)];
  if (first.length !== second.length) return [`${first.length} and ${second.length} elements`];
  return first.flatMap(({ name, style }, index) => {
    const others = second[index]?.style.split("\n") ?? [];
    return style.split("\n").flatMap((line, at) => (line === others[at] ? [] : [`${name} ${line}, ${others[at]}`]));
  });
}

/** The rules that are in the page more than once. */
const repeated = ({ page }: Opened) =>
  page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    return rules.filter((rule, index) => rules.indexOf(rule) !== index);
  });

const borders = ({ page }: Opened) =>
  page
    .locator('[data-rsc="connection-card"]')
    .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).borderTopWidth));

/** Cards that have the same elements before and after the explanations of requirements are loaded, and a badge. */
const everything = { show: "notConnected,connecting,connected", themed: "yes", badge: "yes" };
const ALL_BORDERS = ["1px", "1px", "1px"];
const NO_SCRIPTS = { javaScriptEnabled: false };

describe.each([
  ["production", false],
  ["development", true],
])("CL-F5 HO-1 a card from a server, React 19 in %s", (_mode, isDevelopment) => {
  let host: ServedPage;
  beforeAll(async () => {
    host = await startHost({ isDevelopment });
  });
  afterAll(() => host?.close());

  test("has every style before scripts run, and keeps it when they do", async () => {
    const unscripted = await open(host, everything, NO_SCRIPTS);
    const hydrated = await open(host, everything);
    expect(await borders(unscripted)).toEqual(ALL_BORDERS);
    expect(await differences(unscripted, hydrated)).toEqual([]);
    expect(hydrated.said).toEqual([]);
    await unscripted.close();
    await hydrated.close();
  });

  test("looks as one that the browser drew", async () => {
    const query = { ...everything, show: "connected,detailsNeeded,actionNeeded" };
    const hydrated = await open(host, query);
    const drawn = await open(host, { ...query, by: "browser" });
    expect(await differences(hydrated, drawn)).toEqual([]);
    expect(hydrated.said).toEqual([]);
    await hydrated.close();
    await drawn.close();
  });

  test("has no rule twice, and a card that is mounted later has its styles", async () => {
    const opened = await open(host, everything);
    expect(await repeated(opened)).toEqual([]);
    const before = await looks(opened);
    for (const mounted of [false, true]) {
      await opened.page.evaluate(
        (value) => (window as unknown as { setMounted: (value: boolean) => void }).setMounted(value),
        mounted,
      );
    }
    await opened.page.getByText("Connect Stripe account").waitFor();
    expect(await looks(opened)).toEqual(before);
    expect(await repeated(opened)).toEqual([]);
    await opened.close();
  });

  test("has its styles under a policy that asks for a nonce, without a violation", async () => {
    const query = { ...everything, badge: "", nonce: "bm9uY2U" };
    const unscripted = await open(host, query, NO_SCRIPTS);
    const hydrated = await open(host, query);
    expect(await borders(unscripted)).toEqual(ALL_BORDERS);
    expect(await differences(unscripted, hydrated)).toEqual([]);
    expect(await repeated(hydrated)).toEqual([]);
    expect([...unscripted.said, ...hydrated.said]).toEqual([]);
    await unscripted.close();
    await hydrated.close();
  });

  test("has them from the host's ServerStyleSheet where there is one, and no rule twice", async () => {
    await expectCollected(host);
  });
});

async function expectCollected(host: ServedPage): Promise<void> {
  const query = { ...everything, by: "collector" } as const;
  const unscripted = await open(host, query, NO_SCRIPTS);
  const hydrated = await open(host, query);
  expect(await borders(unscripted)).toEqual(ALL_BORDERS);
  expect(await unscripted.page.locator("[data-precedence]").count()).toBe(0);
  expect(await differences(unscripted, hydrated)).toEqual([]);
  expect(await repeated(hydrated)).toEqual([]);
  expect(hydrated.said).toEqual([]);
  await unscripted.close();
  await hydrated.close();
}

describe("CL-F5 HO-1 from the server's HTML to the settled card", () => {
  let host: ServedPage;
  beforeAll(async () => {
    host = await startHost({});
  });
  afterAll(() => host?.close());

  test.each([
    "notConnected",
    "connecting",
    "detailsNeeded",
    "underReview",
    "connected",
    "connectedDueInDays",
    "actionNeeded",
    "bankAccountFailed",
  ] satisfies FixtureKey[])("%s does not move", async (show) => {
    const opened = await open(host, { show });
    const shifts = await opened.page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((total, one) => total + one, 0)).toBeLessThan(0.01);
    await opened.close();
  });
});

describe("CL-F5 HO-1 a card from a server, React 18", () => {
  let host: ServedPage;
  beforeAll(async () => {
    host = await startHost({ isDevelopment: true, react: "test/react18/node_modules" });
  });
  afterAll(() => host?.close());

  test("has its styles before scripts run from the host's ServerStyleSheet, and no rule twice", async () => {
    await expectCollected(host);
  });

  test("is drawn and taken over without a warning where the host has none", async () => {
    const said = vi.spyOn(console, "error");
    const opened = await open(host, everything);
    expect(await borders(opened)).toEqual(ALL_BORDERS);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
    expect(await opened.page.locator("main style").count()).toBe(0);
    expect(opened.said).toEqual([]);
    await opened.close();
  });
});
