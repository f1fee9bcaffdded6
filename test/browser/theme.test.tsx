import { act, render, type RenderResult } from "@testing-library/react";
import { Profiler, type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import { inCssLayer, StatusBadge, StripeConnectionCard, type StripeConnectionCardProps } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { StyleSheetManager, ThemeProvider } from "styled-components";
import { afterEach, describe, expect, test } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import { brandColours } from "../../src/theme/brandColours.js";
import { contrast } from "../../stories/tokens/contrast.js";

type Theme = StripeConnectionCardProps["theme"];

const cardOf = (theme?: Theme) => (
  <StripeConnectionCard
    adapter={fixtureAdapter(fixtures.actionNeeded)}
    initialConnection={fixtures.actionNeeded}
    platformName="Acme Cloud"
    timeZone="UTC"
    {...(theme ? { theme } : {})}
  />
);
const part = (selector: string, root: ParentNode = document) => {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return getComputedStyle(found);
};
const theCard = '[data-rsc="connection-card"]';
const primary = '[data-variant="primary"]';
const muted = '[data-part="subtitle"]';

const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
/** A colour as it is painted, as hex. */
function painted(colour: string): string {
  if (!context) throw new Error("no canvas");
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** It changes its colour by a transition. */
const button = () => painted(part(primary).backgroundColor);

const LIGHT = { surface: "rgb(255, 255, 255)", muted: "rgb(91, 100, 114)", more: "rgb(58, 65, 77)" };
const DARK = { surface: "rgb(22, 24, 29)", muted: "rgb(160, 168, 181)", more: "rgb(208, 213, 221)" };

afterEach(() => commands.emulateMedia(null));

describe("the scheme and the contrast", () => {
  test("B18 follow the reader's system, without a provider and below a foreign ThemeProvider", async () => {
    render(<ThemeProvider theme={{ colors: "of somebody else" } as never}>{cardOf()}</ThemeProvider>);
    for (const [colorScheme, colours] of [
      ["light", LIGHT],
      ["dark", DARK],
    ] as const) {
      await commands.emulateMedia({ colorScheme });
      expect(part(theCard).backgroundColor).toBe(colours.surface);
      expect(part(muted).color).toBe(colours.muted);
      await commands.emulateMedia({ colorScheme, contrast: "more" });
      expect(part(muted).color).toBe(colours.more);
      await commands.emulateMedia({ colorScheme, contrast: "no-preference" });
    }
  });

  test("are forced by the prop, whatever the system says, for the badge in the card too", async () => {
    await commands.emulateMedia({ colorScheme: "dark", contrast: "more" });
    const { rerender } = render(cardOf({ colorScheme: "light", contrast: "standard" }));
    expect(part(muted).color).toBe(LIGHT.muted);
    expect(part('[data-rsc="status-badge"]').color).toBe("rgb(165, 22, 31)");
    await commands.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
    rerender(cardOf({ colorScheme: "dark", contrast: "more" }));
    expect(part(muted).color).toBe(DARK.more);
    expect(part('[data-rsc="status-badge"]').color).toBe("rgb(255, 185, 189)");
    expect(part('[data-rsc="status-badge"]').borderTopColor).toBe("rgb(255, 185, 189)");
  });

  test("a badge alone follows the system's contrast", async () => {
    render(<StatusBadge status="connected" />);
    expect(part('[data-rsc="status-badge"]').color).toBe("rgb(11, 107, 58)");
    await commands.emulateMedia({ contrast: "more" });
    expect(part('[data-rsc="status-badge"]').color).toBe("rgb(6, 77, 40)");
  });

  test("a page that switches its own scheme by CSS takes the cards along, and renders none", async () => {
    const drawn: string[] = [];
    const { container } = render(
      <Profiler id="cards" onRender={(_, phase) => void drawn.push(phase)}>
        {["var(--brand)", "#000"].map((brand) => (
          <StripeConnectionCard
            key={brand}
            adapter={fixtureAdapter("loading")}
            initialConnection={fixtures.notConnected}
            platformName="Acme Cloud"
            theme={{ colorScheme: "inherit", brand }}
          />
        ))}
      </Profiler>,
    );
    for (const [scheme, colours] of [
      ["dark", DARK],
      ["light", LIGHT],
    ] as const) {
      container.style.colorScheme = scheme;
      container.style.setProperty("--brand", scheme === "dark" ? "#9ff0d0" : "#0a5c45");
      expect(part(theCard).backgroundColor).toBe(colours.surface);
      await expect.poll(button).toBe(scheme === "dark" ? "#9ff0d0" : "#0a5c45");
    }
    expect(drawn).toEqual(["mount"]);
  });

  test("forced colours keep edges, and say nothing by a background alone", async () => {
    render(cardOf());
    await commands.emulateMedia({ forcedColors: "active" });
    expect(part('[data-part="notice"]').borderTopStyle).toBe("solid");
    expect(part(primary).borderTopWidth).toBe("1px");
  });
});

describe("a brand of one colour", () => {
  test("B13 whatever it is, Chromium paints buttons and links that can be read", () => {
    const probe = document.body.appendChild(document.createElement("i"));
    const weak: string[] = [];
    // Every corner of the cube, and steps on the way.
    const steps = ["00", "55", "aa", "ff"];
    const brands = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
    for (const brand of brands) {
      probe.style.cssText = brandColours(brand);
      for (const [scheme, ground, ink] of [
        ["light", "#f3f4f7", "#ffffff"],
        ["dark", "#1d2027", "#0d0d1a"],
      ] as const) {
        probe.style.colorScheme = scheme;
        for (const [name, least] of [
          ["accent", 4.5],
          ["accent-hover", 4.5],
          ["more-accent", 7],
          ["more-focus", 7],
        ] as const) {
          probe.style.color = `var(--_${name})`;
          const colour = painted(getComputedStyle(probe).color);
          const got = Math.min(contrast(colour, ground), contrast(colour, ink));
          if (got < least) weak.push(`${brand} ${scheme} ${name} ${colour}: ${got}`);
        }
      }
    }
    probe.remove();
    expect(weak).toEqual([]);
  });

  test("is what the card's button has; a single token and the page's own variable go before it", async () => {
    const { rerender, container } = render(cardOf({ colorScheme: "light", brand: "#0a5c45" }));
    await expect.poll(button).toBe("#0a5c45");
    rerender(cardOf({ colorScheme: "light", brand: "#0a5c45", contrast: "more" }));
    await expect.poll(() => contrast(button(), "#ffffff")).toBeGreaterThan(7);
    rerender(cardOf({ colorScheme: "light", brand: "#0a5c45", tokens: { accent: "#123456" } }));
    await expect.poll(button).toBe("#123456");
    rerender(cardOf({ colorScheme: "light", brand: "#0a5c45" }));
    container.style.setProperty("--rsc-accent", "#654321");
    await expect.poll(button).toBe("#654321");
  });
});

describe("rules of the host", () => {
  const style = (css: string) => {
    const element = document.head.appendChild(document.createElement("style"));
    element.textContent = css;
    return () => element.remove();
  };
  const RESET = "button { background: none; border: 0; padding: 0 } p { margin: 0 0 40px } * { color: inherit }";
  const plugins = [inCssLayer("rsc")];

  test("an element's rules of a page's reset do the card no harm", () => {
    const remove = style(RESET);
    render(cardOf({ colorScheme: "light" }));
    expect(part(primary).paddingInlineStart).toBe("14px");
    expect(part('[data-part="lead"]').marginBottom).toBe("0px");
    remove();
  });

  test("in a layer every rule of the host wins: the one that was meant, and a reset's, too", () => {
    const removeMine = style('@layer rsc, mine; @layer mine { [data-part="button"] { border-radius: 3px } }');
    const layered = () =>
      render(<StyleSheetManager stylisPlugins={plugins}>{cardOf({ colorScheme: "light" })}</StyleSheetManager>);
    const first = layered();
    expect(part(primary).borderRadius).toBe("3px");
    expect(part(primary).paddingInlineStart).toBe("14px");
    expect(part(theCard).backgroundColor).toBe(LIGHT.surface);
    first.unmount();
    // Which is why the card is in no layer by itself.
    const removeReset = style(RESET);
    layered();
    expect(part(primary).paddingInlineStart).toBe("0px");
    removeReset();
    removeMine();
  });
});

describe("in a shadow root", () => {
  function InShadow({ children }: { children: ReactNode }) {
    const [root, setRoot] = useState<ShadowRoot | null>(null);
    return (
      <div
        data-testid="shadow"
        ref={(host) => void (host && !host.shadowRoot && setRoot(host.attachShadow({ mode: "open" })))}
      >
        {root ? createPortal(<StyleSheetManager target={root}>{children}</StyleSheetManager>, root) : null}
      </div>
    );
  }
  const shadow = ({ getByTestId }: RenderResult) => {
    const root = getByTestId("shadow").shadowRoot;
    if (!root) throw new Error("no shadow root");
    return root;
  };

  test("B18 styles, menu and dialog stay inside, with the theme", async () => {
    const result = await act(async () =>
      render(<InShadow>{cardOf({ colorScheme: "dark", brand: "#9ff0d0" })}</InShadow>),
    );
    const root = shadow(result);
    expect(part(theCard, root).backgroundColor).toBe(DARK.surface);
    expect(painted(part(primary, root).backgroundColor)).toBe("#9ff0d0");
    await page.getByRole("button", { name: "More actions" }).click();
    await expect.element(page.getByRole("menu")).toBeVisible();
    expect(part('[role="menu"]', root).backgroundColor).toBe(DARK.surface);
    await page.getByRole("menuitem", { name: "Disconnect" }).click();
    await expect.element(page.getByRole("alertdialog")).toBeVisible();
    expect(part('[role="alertdialog"]', root).backgroundColor).toBe(DARK.surface);
    await expect.poll(() => root.activeElement?.textContent).toBe("Cancel");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => root.querySelector('[role="alertdialog"]')).toBeNull();
    await expect.poll(() => root.activeElement?.getAttribute("aria-label")).toBe("More actions");
  });

  test("the nonce of the page's policy is on the styles in it, and none of them in the page's head", async () => {
    const before = document.head.querySelectorAll("style").length;
    const result = await act(async () =>
      render(
        <InShadow>
          <StripeConnectionCard
            adapter={fixtureAdapter("loading")}
            initialConnection={fixtures.connected}
            platformName="Acme Cloud"
            nonce="of-this-page"
          />
        </InShadow>,
      ),
    );
    const root = shadow(result);
    expect([...root.querySelectorAll("style")].map(({ nonce }) => nonce)).toContain("of-this-page");
    expect(part(theCard, root).borderTopStyle).toBe("solid");
    expect(document.head.querySelectorAll("style")).toHaveLength(before);
  });
});
