import { render } from "@testing-library/react";
import { StripeConnectionCard } from "react-stripe-connection";
import {
  fixtureAdapter,
  type FixtureAdapterOptions,
  fixtures,
  type FixtureState,
} from "react-stripe-connection/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";

function show(state: FixtureState = fixtures.connected, options?: FixtureAdapterOptions) {
  const adapter = fixtureAdapter(state, options);
  return render(
    <div style={{ paddingBlock: 40 }}>
      <button type="button">Before</button>
      <StripeConnectionCard adapter={adapter} platformName="Acme Cloud" timeZone="UTC" />
      <button type="button">After</button>
      <div style={{ blockSize: 1600 }} />
    </div>,
  );
}

const dots = page.getByRole("button", { name: "More actions" });
const menu = page.getByRole("menu");
const dialog = page.getByRole("alertdialog");
const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
const cancel = page.getByRole("button", { name: "Cancel" });
const item = (name: string) => page.getByRole("menuitem", { name });
const before = page.getByRole("button", { name: "Before" });
/** The menu is seen before the focus is in it, and keys go to where the focus is. */
const menuHasFocus = async () => {
  await expect.element(item("Update Stripe information")).toHaveFocus();
};

const focusDots = async () => {
  await expect.element(dots).toBeVisible();
  (dots.element() as HTMLElement).focus();
};
const openDialog = async () => {
  await dots.click();
  await item("Disconnect").click();
  await expect.element(dialog).toBeVisible();
  // Armed, and the preview is there.
  await expect.element(confirm).not.toHaveAttribute("aria-disabled");
};

beforeEach(async () => {
  // The pointer must not stand on what the next test draws.
  await userEvent.hover(document.body, { position: { x: 1, y: 1 } });
  window.scrollTo(0, 0);
});

describe("the three dots", () => {
  test("have a name, aria-haspopup and aria-expanded before and after the first press", async () => {
    show();
    await expect.element(dots).toHaveAttribute("aria-haspopup", "menu");
    await expect.element(dots).toHaveAttribute("aria-expanded", "false");
    await dots.click();
    await expect.element(menu).toBeVisible();
    await expect.element(dots).toHaveAttribute("aria-expanded", "true");
    await expect.element(dots).toHaveAttribute("aria-haspopup", "menu");
  });

  test.each(["{Enter}", " ", "{ArrowDown}"])("%s opens with the first item current", async (key) => {
    show();
    await focusDots();
    await userEvent.keyboard(key);
    await expect.element(menu).toBeVisible();
    await expect.element(item("Update Stripe information")).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(menu).not.toBeInTheDocument();
    // And again.
    await userEvent.keyboard(key);
    await expect.element(item("Update Stripe information")).toHaveFocus();
  });

  test("ArrowUp opens", async () => {
    show();
    await focusDots();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(menu).toBeVisible();
  });

  test("a click opens, a second click closes, a third opens", async () => {
    show();
    await dots.click();
    await expect.element(menu).toBeVisible();
    await dots.click();
    await expect.element(menu).not.toBeInTheDocument();
    await dots.click();
    await expect.element(menu).toBeVisible();
  });

  test("the menu has a name and the items in their order", async () => {
    show();
    await dots.click();
    await expect.element(page.getByRole("menu", { name: "More actions" })).toBeVisible();
    const names = page
      .getByRole("menuitem")
      .elements()
      .map(({ textContent }) => textContent);
    expect(names).toEqual([
      "Update Stripe information",
      "Check status now",
      "Copy account ID",
      "Copy support details",
      "Disconnect",
    ]);
  });

  test("Escape closes, with the focus on the dots", async () => {
    show();
    await focusDots();
    await userEvent.keyboard("{Enter}");
    await menuHasFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(dots).toHaveFocus();
  });

  test("Tab closes", async () => {
    show();
    await focusDots();
    await userEvent.keyboard("{Enter}");
    await menuHasFocus();
    await userEvent.tab();
    await expect.element(menu).not.toBeInTheDocument();
  });

  test("a click outside closes", async () => {
    show();
    await dots.click();
    await expect.element(menu).toBeVisible();
    await before.click();
    await expect.element(menu).not.toBeInTheDocument();
  });

  test("nothing of the menu is in the page before somebody asks", async () => {
    show();
    await expect.element(dots).toBeVisible();
    expect(document.querySelector("[role=menu], dialog")).toBeNull();
    await dots.hover();
    expect(document.querySelector("[role=menu], dialog")).toBeNull();
  });
});

describe("the dialog", () => {
  test("Enter on Disconnect opens it, named and described", async () => {
    show();
    await focusDots();
    await userEvent.keyboard("{ArrowDown}");
    await menuHasFocus();
    await userEvent.keyboard("{End}");
    await expect.element(item("Disconnect")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alertdialog", { name: "Disconnect Stripe?" })).toBeVisible();
    await expect.element(dialog).toHaveAccessibleDescription(/can't be undone.*Acme Ltd/s);
  });

  test("B3 the focus starts on Cancel", async () => {
    show();
    await openDialog();
    await expect.element(cancel).toHaveFocus();
  });

  test("Tab eight times never reaches the page behind, which is inert", async () => {
    show();
    await openDialog();
    await expect.element(cancel).toHaveFocus();
    const strayed: string[] = [];
    const watch = ({ target }: FocusEvent) => {
      const at = target as Element;
      if (!dialog.element().contains(at)) strayed.push(at.outerHTML);
    };
    document.addEventListener("focusin", watch);
    for (let i = 0; i < 8; i += 1) {
      await userEvent.tab();
      await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true);
    }
    document.removeEventListener("focusin", watch);
    expect(strayed).toEqual([]);
    const behind = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Before");
    behind?.focus();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    const { left, top } = (behind as HTMLElement).getBoundingClientRect();
    expect(document.elementFromPoint(left + 4, top + 4)).toBe(dialog.element());
  });

  test("B2 Escape closes it, with the focus on the dots", async () => {
    show();
    await openDialog();
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(dots).toHaveFocus();
  });

  test("a click outside does not dismiss it", async () => {
    show();
    await openDialog();
    await userEvent.click(document.body, { position: { x: 5, y: 5 }, force: true });
    await expect.element(dialog).toBeVisible();
  });

  test("B1 the page behind can't be scrolled while it is open, and is as before when it is closed", async () => {
    show();
    const style = document.body.getAttribute("style") ?? "";
    await openDialog();
    const isLocked = () =>
      [document.documentElement, document.body].some((one) => /hidden|clip/.test(getComputedStyle(one).overflowY));
    await expect.poll(isLocked).toBe(true);
    await cancel.click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(() => document.body.getAttribute("style") ?? "").toBe(style);
    await expect.poll(isLocked).toBe(false);
    expect(getComputedStyle(document.body).pointerEvents).toBe("auto");
    await expect.poll(() => document.querySelector("[inert], body > [aria-hidden=true]")).toBeNull();
    await before.click();
    await expect.element(before).toHaveFocus();
  });

  test("confirming closes it", async () => {
    show();
    await openDialog();
    await confirm.click();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test("B4 what is under way can't be left, and is asked for once", async () => {
    const adapter = fixtureAdapter(fixtures.connected, { fail: { disconnect: "never" } });
    let asked = 0;
    const counting = {
      ...adapter,
      disconnect: (...args: Parameters<typeof adapter.disconnect>) => {
        asked += 1;
        return adapter.disconnect(...args);
      },
    };
    render(<StripeConnectionCard adapter={counting} platformName="Acme Cloud" timeZone="UTC" />);
    await openDialog();
    await confirm.dblClick();
    await expect.element(dialog).toHaveAttribute("aria-busy", "true");
    await userEvent.keyboard("{Escape}");
    // They say that they are disabled, and a person may press them all the same.
    await cancel.click({ force: true });
    await page.getByRole("button", { name: "Disconnecting…" }).click({ force: true });
    await expect.element(dialog).toBeVisible();
    expect(asked).toBe(1);
  });

  test("B6 a press that began before the dialog was armed does not count", async () => {
    show();
    await dots.click();
    // In the moment in which it could be pressed: how fast the test drives the browser must not matter.
    const pressed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const button = confirm.query();
        if (!(button instanceof HTMLElement) || button.dataset["blocked"]) return;
        observer.disconnect();
        for (const type of ["pointerdown", "pointerup", "click", "pointerdown", "pointerup", "click"]) {
          button.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true }));
        }
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    // The half second until it is armed is the test's: on a machine that stalls it would be over before the press.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await item("Disconnect").click();
      await pressed;
      await expect.element(dialog).toBeVisible();
      await expect.element(dialog).not.toHaveAttribute("aria-busy");
      await expect.element(confirm).toHaveAttribute("aria-disabled", "true");
      await vi.advanceTimersByTimeAsync(1_000);
    } finally {
      vi.useRealTimers();
    }
    await expect.element(confirm).not.toHaveAttribute("aria-disabled");
    await confirm.click();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test("B5 Enter that is held down opens it and stays there", async () => {
    show();
    await focusDots();
    await userEvent.keyboard("{ArrowDown}");
    await menuHasFocus();
    await userEvent.keyboard("{End}");
    await expect.element(item("Disconnect")).toHaveFocus();
    await userEvent.keyboard("{Enter>20}");
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard("{/Enter}");
    await expect.element(dialog).toBeVisible();
  });

  test("B2 the focus goes to the heading when the dots are gone", async () => {
    let connection = fixtures.connected;
    const adapter = {
      ...fixtureAdapter(fixtures.connected),
      getConnection: async () => connection,
      disconnect: async () => {
        connection = { ...fixtures.disconnected, scope: fixtures.connected.scope, revision: 99 };
        return connection;
      },
    };
    render(<StripeConnectionCard adapter={adapter} platformName="Acme Cloud" timeZone="UTC" />);
    await openDialog();
    await confirm.click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole("heading", { name: "Stripe" })).toHaveFocus();
  });
});
