import { act, cleanup, render } from "@testing-library/react";
import type { CSSProperties, ReactNode } from "react";
import {
  StripeConnectionCard,
  StripeConnectionProvider,
  StripeConnectionReturn,
  StripeOnboarding,
  StripeSection,
  TroubleshootPanel,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures, type FixtureState } from "react-stripe-connection/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands, page } from "vitest/browser";

/** Of the window, px. */
const WINDOWS = [1280, 800, 320];
/** What a card wants where it is asked, px. */
const WANTED = 720;

interface Parent {
  styles: readonly CSSProperties[];
  /** The width that there is for the card in a window, px. Default: all of it. */
  room?: (inWindow: number) => number;
}

/** Parents that are as wide as what is in them, from the outside to the inside. */
const SHRINKING: Record<string, Parent> = {
  "a column with auto margins": {
    styles: [
      { display: "flex", flexDirection: "column" },
      { maxInlineSize: 640, margin: "40px auto" },
    ],
    room: (inWindow) => Math.min(640, inWindow),
  },
  "MUI's dialog": {
    styles: [
      { position: "fixed", inset: 0, display: "flex", alignItems: "center", justifyContent: "center" },
      { margin: 32, maxInlineSize: "min(600px, calc(100% - 64px))", display: "flex", flexDirection: "column" },
      { flex: "1 1 auto", overflowY: "auto", padding: "20px 24px" },
    ],
    room: (inWindow) => Math.min(600, inWindow - 64) - 48,
  },
  "an inline block": { styles: [{ display: "inline-block" }] },
  "a float": { styles: [{ float: "left" }] },
  "a table's cell": { styles: [{ display: "table" }, { display: "table-cell" }] },
  "fit-content": { styles: [{ inlineSize: "fit-content" }] },
  "max-content with a limit": { styles: [{ inlineSize: "max-content", maxInlineSize: "100%" }] },
  "an absolute position": { styles: [{ position: "relative" }, { position: "absolute" }] },
  "a grid that centres": { styles: [{ display: "grid", justifyItems: "center" }, {}] },
  "a row that centres": { styles: [{ display: "flex", justifyContent: "center" }, {}] },
};

/** Parents with a width of their own: the card has all of it. */
const GIVING: Record<string, Parent> = {
  "a block": { styles: [{}] },
  "a block of 400 px": { styles: [{ maxInlineSize: 400 }], room: (inWindow) => Math.min(400, inWindow) },
  "a grid of two columns": {
    styles: [{ display: "grid", gridTemplateColumns: "1fr 1fr" }, { minInlineSize: 0 }],
    room: (inWindow) => inWindow / 2,
  },
  "a row that grows": { styles: [{ display: "flex" }, { flex: 1, minInlineSize: 0 }] },
  "a grid whose item is the card": { styles: [{ display: "grid", justifyItems: "center" }] },
};

const cardOf = (state: FixtureState) => (
  <StripeConnectionCard
    adapter={fixtureAdapter(state)}
    {...(state === "loading" ? {} : { initialConnection: state as typeof fixtures.connected })}
    platformName="Acme Cloud"
  />
);
const below = (component: ReactNode) => (
  <StripeConnectionProvider adapter={fixtureAdapter("loading")} platformName="Acme Cloud">
    {component}
  </StripeConnectionProvider>
);
const ignore = () => {};
/** What is in these is in containers, which want no width by themselves. */
const CARDS: Record<string, ReactNode> = {
  skeleton: cardOf("loading"),
  "not connected": cardOf(fixtures.notConnectedCountries),
  "in progress": cardOf(fixtures.detailsNeeded),
  connected: cardOf(fixtures.connected),
  "action needed": cardOf(fixtures.actionNeeded),
};
/** Neither does what Stripe draws. */
const FORM = {
  "the form's place": below(<StripeOnboarding purpose="onboarding" onExit={ignore} />),
  "a section's place": below(<StripeSection name="payouts" />),
};
/** These want the width of their longest text. */
const TEXTS: Record<string, ReactNode> = {
  reasons: below(<TroubleshootPanel connection={fixtures.actionNeeded} onFix={ignore} onCheck={ignore} />),
  "coming back": below(<StripeConnectionReturn onReturn={ignore} />),
};

async function widthIn(parent: Parent, component: ReactNode) {
  const nested = parent.styles.toReversed().reduce((inner, style) => <div style={style}>{inner}</div>, component);
  await act(async () => render(<div style={{ font: "14px/20px sans-serif" }}>{nested}</div>));
  const root = document.querySelector("[data-rsc]");
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = { width: root?.getBoundingClientRect().width ?? 0, beyond: scrollWidth - clientWidth };
  cleanup();
  return found;
}

describe.each(WINDOWS)("in a window of %i pixels", (inWindow) => {
  beforeEach(async () => {
    await commands.routeConnectJs("hangs");
    await page.viewport(inWindow, 700);
    document.body.style.margin = "0";
  });
  afterEach(async () => {
    document.body.style.removeProperty("margin");
    await page.viewport(800, 600);
  });
  const room = ({ room: of }: Parent) =>
    of?.(document.documentElement.clientWidth) ?? document.documentElement.clientWidth;

  test.each(Object.entries(SHRINKING))("HO-3 %s gives a card the width that it wants", async (_name, parent) => {
    for (const [state, card] of Object.entries({ ...CARDS, ...FORM })) {
      const { width, beyond } = await widthIn(parent, card);
      expect(beyond, `${state}: beyond the window`).toBe(0);
      expect(Math.abs(width - Math.min(WANTED, room(parent))), `${state}: ${width} px`).toBeLessThanOrEqual(4);
    }
  });

  test.each(Object.entries(GIVING))("HO-3 %s gives a card all of its own", async (_name, parent) => {
    for (const [state, card] of Object.entries(CARDS)) {
      const { width, beyond } = await widthIn(parent, card);
      expect(beyond, `${state}: beyond the window`).toBe(0);
      expect(width, state).toBeCloseTo(room(parent), 0);
    }
  });

  test.each(Object.entries(SHRINKING))("HO-3 %s gives the others the width of their text", async (_name, parent) => {
    for (const [name, component] of Object.entries(TEXTS)) {
      const { width: wanted } = await widthIn({ styles: [{ inlineSize: "max-content" }] }, component);
      expect(wanted, name).toBeGreaterThan(150);
      const { width, beyond } = await widthIn(parent, component);
      expect(beyond, `${name}: beyond the window`).toBe(0);
      expect(width, name).toBeCloseTo(Math.min(wanted, room(parent)), 0);
    }
  });
});
