import { render } from "@testing-library/react";
import { type Connection, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, describe, expect, test } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import { cutOff } from "../../support/cutOff.js";
import { isWallDrawn, StateWall } from "../../support/StateWall.js";

// Sentences of the catalogue that only a real page can prove.

const dots = page.getByRole("button", { name: "More actions" });
const dialog = page.getByRole("alertdialog");
const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
const openDialog = async () => {
  await dots.click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await expect.element(confirm).not.toHaveAttribute("aria-disabled");
};

describe("B1 menu, dialog, close", () => {
  /** Everything of the page that an overlay may have touched. */
  const pageNow = () => ({
    html: document.documentElement.getAttribute("style") ?? "",
    // An attribute without a value is none.
    body: [...document.body.attributes].filter(({ value }) => value).map(({ name, value }) => `${name}=${value}`),
    children: [...document.body.children].map((child) =>
      [
        child.tagName,
        child.getAttribute("aria-hidden"),
        child.hasAttribute("inert"),
        child.getAttribute("style") ?? "",
      ].join(),
    ),
    marked: document.querySelectorAll("[inert], [aria-hidden=true]:not(svg, i, span)").length,
    scroll: window.scrollY,
  });

  test.each(["Escape", "Cancel", "Disconnect"])(
    "leaves nothing in the page, closed by %s, three times over",
    async (way) => {
      let isPressed = 0;
      render(
        <>
          <StripeConnectionCard adapter={fixtureAdapter(fixtures.connected)} platformName="Acme Cloud" />
          <button type="button" style={{ marginBlockStart: 40 }} onClick={() => (isPressed += 1)}>
            After
          </button>
          <div style={{ blockSize: 1600 }} />
        </>,
      );
      const untouched = pageNow();
      // The menu's own code and its place in the page are here from its first opening on.
      await dots.click();
      await expect.element(page.getByRole("menu")).toBeVisible();
      await userEvent.keyboard("{Escape}");
      await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
      const asBefore = () => ({ ...pageNow(), children: pageNow().children.slice(0, untouched.children.length) });
      await expect.poll(asBefore).toEqual(untouched);
      const before = pageNow();
      for (let round = 0; round < 3; round += 1) {
        await openDialog();
        if (way === "Escape") await userEvent.keyboard("{Escape}");
        else await page.getByRole("button", { name: way === "Cancel" ? "Cancel" : /^Disconnect billing/ }).click();
        await expect.element(dialog).not.toBeInTheDocument();
        await expect.poll(pageNow).toEqual(before);
        // Really pressed: not through a layer that is still there.
        await page.getByRole("button", { name: "After" }).click();
        expect(isPressed).toBe(round + 1);
      }
    },
    60_000,
  );
});

describe("B4 a disconnect under way", () => {
  function show() {
    let asked = 0;
    const adapter = fixtureAdapter(fixtures.connected, { fail: { disconnect: "never" } });
    const counting = {
      ...adapter,
      disconnect: (...input: Parameters<typeof adapter.disconnect>) => {
        asked += 1;
        return adapter.disconnect(...input);
      },
    };
    render(<StripeConnectionCard adapter={counting} platformName="Acme Cloud" />);
    return () => asked;
  }

  test("stays, busy, with Escape, a press beside it, and back and forward of the browser", async () => {
    const asked = show();
    await openDialog();
    history.pushState(null, "", "#billing");
    history.pushState(null, "", "#billing-2");
    await confirm.click();
    await expect.element(dialog).toHaveAttribute("aria-busy", "true");
    await userEvent.keyboard("{Escape}");
    await userEvent.click(document.body, { position: { x: 4, y: 4 }, force: true });
    for (const go of [() => history.back(), () => history.back(), () => history.forward()]) {
      const gone = new Promise((resolve) => window.addEventListener("popstate", resolve, { once: true }));
      go();
      await gone;
      await expect.element(dialog).toBeVisible();
      await expect.element(dialog).toHaveAttribute("aria-busy", "true");
    }
    expect(asked()).toBe(1);
    // The press beside it took the focus; Tab has nowhere else to go.
    // What is at the dialog's ends hands it on into it.
    await userEvent.tab();
    await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true);
  });
});

describe("B8 what Stripe or a person wrote", () => {
  const TURNS = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/;
  const HOSTILE = {
    markup: '<img src="x" onerror="window.evil = 1"><b>bold</b> **bold** [link](javascript:alert(1))',
    direction: "\u202Ednuof ton \u2066evil\u2069 \u200Fabc",
    "10 kB": "A very long story about a document. ".repeat(290),
    "one word of 10 kB": "a".repeat(10_240),
    emoji: "🧨👩‍👩‍👧‍👦🏴‍☠️".repeat(40),
  };
  const written = (text: string): Connection => ({
    ...fixtures.identityDocument,
    account: { ...(fixtures.identityDocument.account as NonNullable<Connection["account"]>), displayName: text },
    startedBy: text,
    requirements: fixtures.identityDocument.requirements.map((one) => ({
      ...one,
      person: { id: null, role: "owner" as const, name: text },
      error: { code: "a_code_of_tomorrow", reason: text },
    })),
  });

  test.each(Object.keys(HOSTILE))("%s is text, keeps to itself, and does not push the card apart", async (kind) => {
    const text = HOSTILE[kind as keyof typeof HOSTILE];
    const connection = written(text);
    render(
      <div style={{ inlineSize: 480 }} data-testid="place">
        <StripeConnectionCard
          adapter={fixtureAdapter(connection)}
          initialConnection={connection}
          platformName="Acme Cloud"
        />
      </div>,
    );
    await page.getByRole("button", { name: "Why is this still in progress?" }).click();
    await expect.element(page.getByRole("button", { name: /^Fix this/ })).toBeVisible();
    const card = document.querySelector('[data-rsc="connection-card"]') as HTMLElement;
    expect(card.querySelector("img, a, script, iframe")).toBeNull();
    expect("evil" in window).toBe(false);
    // What it says is folded away, and scrolls in its own place.
    await page.getByText("What Stripe says").click();
    const told = card.querySelector("q") as HTMLElement;
    expect(told.querySelector("bdi")?.textContent?.length).toBeGreaterThan(10);
    expect(told.getBoundingClientRect().height).toBeLessThanOrEqual(110);
    expect(card.getBoundingClientRect().width).toBe(480);
    expect(card.getBoundingClientRect().height).toBeLessThan(900);
    expect(cutOff(document.body)).toEqual([]);
    // Nothing of it turns what stands beside it around.
    const turning = [...card.querySelectorAll<HTMLElement>("*")].filter((element) =>
      [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && TURNS.test(nodeValue ?? "")),
    );
    expect(turning.filter((element) => !element.closest("bdi")).map(({ outerHTML }) => outerHTML)).toEqual([]);
  });
});

describe("motion, zoom and direction", () => {
  afterEach(() => commands.emulateMedia(null));

  test("B14 less motion: nothing moves in any state, and nothing is changed gradually", async () => {
    await commands.emulateMedia({ reducedMotion: "reduce" });
    render(<StateWall />);
    await expect.poll(() => isWallDrawn(), { timeout: 40_000 }).toBe(true);
    expect(document.getAnimations()).toEqual([]);
    const gradual = [...document.querySelectorAll("[data-rsc] *")].filter((element) =>
      getComputedStyle(element)
        .transitionDuration.split(",")
        .some((time) => Number.parseFloat(time) > 0),
    );
    expect(gradual.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
  });

  test("B14 400 % zoom: a page of 320 pixels has nothing to scroll sideways, whatever state is shown, in both directions", async () => {
    await page.viewport(320, 640);
    try {
      for (const dir of ["ltr", "rtl"] as const) {
        const { unmount } = render(<StateWall width={320} dir={dir} />);
        await expect.poll(() => isWallDrawn(), { timeout: 40_000 }).toBe(true);
        expect(document.documentElement.scrollWidth, dir).toBeLessThanOrEqual(320);
        expect(cutOff(document.body), dir).toEqual([]);
        unmount();
      }
    } finally {
      await page.viewport(800, 600);
    }
  });

  test("B14 right to left: every state is the mirror of itself", async () => {
    const places = async (dir: "ltr" | "rtl") => {
      const { unmount } = render(<StateWall dir={dir} />);
      await expect.poll(() => isWallDrawn(), { timeout: 40_000 }).toBe(true);
      const parts = [
        ...document.querySelectorAll(
          '[data-part="mark"], [data-rsc="status-badge"], [data-part="kebab"], [data-icon="chevron"], [data-part="due"]',
        ),
        // What is folded away has no place.
      ].filter((part) => !part.closest("[hidden]"));
      const edges = parts.map((part) => {
        const card = part.closest('[data-rsc="connection-card"]')?.getBoundingClientRect() as DOMRect;
        const box = part.getBoundingClientRect();
        return Math.round(dir === "ltr" ? box.left - card.left : card.right - box.right);
      });
      unmount();
      return edges;
    };
    const ltr = await places("ltr");
    expect(ltr.length).toBeGreaterThan(100);
    expect(await places("rtl")).toEqual(ltr);
  });
});
