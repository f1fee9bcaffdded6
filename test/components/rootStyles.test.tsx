// @vitest-environment node
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { type ContextType, type ReactNode, Suspense, use } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import {
  DisconnectDialog,
  inCssLayer,
  StatusBadge,
  StripeConnectionCard,
  type StripeConnectionCardProps,
  StripeConnectionProvider,
  StripeConnectionReturn,
  StripeOnboarding,
  StripeSection,
  TroubleshootPanel,
} from "react-stripe-connection";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { ServerStyleSheet, StyleSheetContext, StyleSheetManager } from "styled-components";
import { describe, expect, test } from "vitest";

const platformName = "Acme Cloud";
const card = (props: Partial<StripeConnectionCardProps> = {}, key: FixtureKey = "connected") => (
  <StripeConnectionCard
    {...({ platformName, adapter: fixtureAdapter("loading"), initialConnection: fixtures[key] } as object)}
    {...(props as object)}
  />
);

/** The classes of `styled` in the HTML: the handwritten id stands before the class that has the rules. */
const classesIn = (html: string) => [
  ...new Set([...html.matchAll(/class="(?:[^"]* )?rsc-[\w-]+ ([\w-]+)/g)].map(([, name]) => name)),
];
const stylesIn = (html: string) => [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, css]) => css ?? "");
const occurrences = (html: string, what: string) => html.split(what).length - 1;

async function streamed(page: ReactNode, options = {}): Promise<string> {
  const out = new PassThrough();
  const html = text(out);
  renderToPipeableStream(page, { onAllReady() {}, ...options }).pipe(out);
  return html;
}

const parts: Record<string, ReactNode> = {
  ...Object.fromEntries(Object.keys(fixtures).map((key) => [`card ${key}`, card({}, key as FixtureKey)])),
  "card without a connection": <StripeConnectionCard platformName={platformName} adapter={fixtureAdapter("loading")} />,
  "card with a theme": card({ theme: { brand: "#0a7", tokens: { radius: "3px" } } }),
  ...Object.fromEntries(
    Object.entries({
      panel: <TroubleshootPanel connection={fixtures.actionNeeded} onFix={() => {}} onCheck={() => {}} />,
      onboarding: <StripeOnboarding purpose="onboarding" onExit={() => {}} />,
      section: <StripeSection name="payouts" />,
      return: <StripeConnectionReturn />,
      dialog: (
        <DisconnectDialog
          open
          preview={null}
          pending={false}
          error={null}
          onOpenChange={() => {}}
          onConfirm={() => {}}
        />
      ),
    }).map(([name, part]) => [
      name,
      <StripeConnectionProvider key={name} platformName={platformName} adapter={fixtureAdapter("loading")}>
        {part}
      </StripeConnectionProvider>,
    ]),
  ),
};

describe("CL-F5 HO-1 a server's HTML has the rules of every class in it", () => {
  test.each(Object.keys(parts))("%s", (name) => {
    const html = renderToString(parts[name]);
    const [css = "", ...more] = stylesIn(html);
    expect(more).toEqual([]);
    expect(classesIn(html)).not.toEqual([]);
    for (const one of classesIn(html)) expect(css).toContain(`.${one}{`);
  });

  test("the card's border and its button's colours are in it", () => {
    const [css = ""] = stylesIn(renderToString(card({ theme: { brand: "#0a7" } }, "notConnected")));
    expect(css).toMatch(/border:1px solid var\(--rsc-border,/);
    expect(css).toMatch(/\[data-variant=primary\]\{background:var\(--rsc-accent,/);
    expect(css).toContain("oklch(from #0a7");
  });
});

describe("CL-F5 HO-1 the rules are sent once", () => {
  test("for two cards and a badge, in the head, before the content", async () => {
    const html = await streamed(
      <html lang="en">
        <head>
          <title>Billing</title>
        </head>
        <body>
          {card()}
          {card()}
          <StatusBadge status="connected" />
        </body>
      </html>,
    );
    expect(stylesIn(html)).toHaveLength(1);
    for (const one of classesIn(html)) expect(occurrences(html, `.${one}{`)).toBeGreaterThan(0);
    expect(html.indexOf("<style")).toBeLessThan(html.indexOf("</head>"));
    expect(occurrences(html, "{to{transform:rotate(1turn);}}")).toBe(1);
  });

  test("a card that streams in later brings them along, before its own content", async () => {
    let arrive = () => {};
    const slow = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    function Late() {
      use(slow);
      return card();
    }
    const html = streamed(
      <Suspense fallback={<p>Loading</p>}>
        <Late />
      </Suspense>,
      { onShellReady: () => setTimeout(arrive) },
    );
    const [css = ""] = stylesIn(await html);
    expect(css).toContain(`.${classesIn(await html)[0]}{`);
    expect((await html).indexOf("<style")).toBeGreaterThan((await html).indexOf("Loading"));
    expect((await html).indexOf("<style")).toBeLessThan((await html).indexOf("connection-card"));
  });

  test("where a ServerStyleSheet collects, it alone has them", () => {
    const sheet = new ServerStyleSheet({ nonce: "abc" });
    const html = renderToString(sheet.collectStyles(card({ theme: { brand: "#0a7" } })));
    expect(html).not.toMatch(/<style|<link/);
    for (const one of classesIn(html)) expect(sheet.getStyleTags()).toContain(`.${one}{`);
    sheet.seal();
  });
});

test("CL-F5 HO-1 with a nonce they are a stylesheet that carries it, because React leaves it out of a style", async () => {
  const html = await streamed(
    <StripeConnectionProvider platformName={platformName} adapter={fixtureAdapter("loading")} nonce="abc">
      <StripeConnectionCard />
    </StripeConnectionProvider>,
    { nonce: "abc" },
  );
  expect(stylesIn(html)).toEqual([]);
  const links = html.match(/<link[^>]*>/g) ?? [];
  expect(links).toHaveLength(2);
  const files = links.map((link) => /href="data:text\/css;charset=utf-8,([^"]*)"/.exec(link)?.[1] ?? "");
  const css = files.map(decodeURIComponent).join("");
  for (const one of classesIn(html)) expect(css).toContain(`.${one}{`);
  for (const link of links) expect(link).toContain('nonce="abc"');
});

test("CL-F5 HO-1 a host's plugins make the rules, such as those that put them into a layer", () => {
  const html = renderToString(<StyleSheetManager stylisPlugins={[inCssLayer("mine")]}>{card()}</StyleSheetManager>);
  const [css = ""] = stylesIn(html);
  for (const one of classesIn(html)) expect(css).toContain(`@layer mine{.${one}{`);
  expect(css).not.toMatch(/(^|\})\.[\w-]+\{/);
});

test("CL-F5 HO-1 a hundred customers' themes leave nothing in the process's sheet", () => {
  let sheet: ContextType<typeof StyleSheetContext>["styleSheet"] | undefined;
  const Look = () => {
    sheet = use(StyleSheetContext).styleSheet;
    return null;
  };
  renderToString(<Look />);
  const written = sheet?.tag;
  const brands = Array.from({ length: 100 }, (_, index) => `rgb(${index} 0 0)`);
  for (const brand of brands) expect(renderToString(card({ theme: { brand } }))).toContain(`from ${brand}`);
  expect(sheet?.names.get("rsc-tokens")?.size).toBe(1);
  expect(sheet?.names.get("rsc-card")?.size).toBe(1);
  expect(sheet?.tag).toBe(written);
});
