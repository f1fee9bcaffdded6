import { act, render } from "@testing-library/react";
import { createPortal } from "react-dom";
import {
  type Connection,
  ConnectionError,
  DisconnectDialog,
  StripeConnectionCard,
  StripeConnectionProvider,
} from "react-stripe-connection";
import { fixtureAdapter, type FixtureAdapterOptions, fixtures } from "react-stripe-connection/testing";
import { StyleSheetManager } from "styled-components";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands, page, userEvent } from "vitest/browser";

// The focus moves only from what is gone, and menu and dialog take only what is theirs.

const dots = page.getByRole("button", { name: "More actions" });
const menu = page.getByRole("menu");
const dialog = page.getByRole("alertdialog");
const items = page.getByRole("menuitem");
const prefix = page.getByLabelText("Invoice prefix");

interface Place {
  /** Where the card is put. */
  around?: (card: React.ReactNode) => React.ReactNode;
  options?: FixtureAdapterOptions;
}

/** A card beside a field of the host's, and a way for its back end to push what changed. */
function show(first: Connection, { around = (card) => card, options }: Place = {}) {
  const adapter = fixtureAdapter(options ? first : "loading", options);
  const draw = (connection: Connection) => (
    <>
      <label>
        Invoice prefix <input />
      </label>
      {around(
        <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme" timeZone="UTC" />,
      )}
    </>
  );
  const { rerender } = render(draw(first));
  let revision = first.revision + 100;
  return (next: Connection) => {
    revision += 1;
    const change = { scope: first.scope, revision, serverTime: "2026-11-22T14:03:00.000Z" };
    return act(async () => rerender(draw({ ...next, ...change })));
  };
}

const made: Element[] = [];
const keep = <T extends Element>(element: T): T => {
  made.push(element);
  document.body.append(element);
  return element;
};

beforeEach(async () => {
  await commands.routeConnectJs("hangs");
  await userEvent.hover(document.body, { position: { x: 1, y: 1 } });
});
afterEach(() => {
  for (const element of made.splice(0)) element.remove();
});

describe("CL-F4 a person who types elsewhere", () => {
  test("keeps the focus when the page moves it there while the menu is open, and the menu closes", async () => {
    show(fixtures.connected);
    await dots.click();
    await expect.element(items.first()).toHaveFocus();
    (prefix.element() as HTMLElement).focus();
    await expect.element(menu).not.toBeInTheDocument();
    await userEvent.keyboard("2026");
    await expect.element(prefix).toHaveValue("2026");
  });

  test("keeps it when the account goes under the open form", async () => {
    const push = show(fixtures.detailsNeeded);
    await page.getByRole("button", { name: "Update Stripe information" }).click();
    await expect.element(page.getByRole("heading", { name: "Update Stripe information" })).toHaveFocus();
    await prefix.click();
    await userEvent.keyboard("Inv");
    await push({ ...fixtures.disconnected, generation: fixtures.detailsNeeded.generation + 1 });
    await expect.element(page.getByRole("button", { name: "Connect Stripe account" })).toBeVisible();
    await userEvent.keyboard("oice");
    await expect.element(prefix).toHaveValue("Invoice");
    await expect.element(prefix).toHaveFocus();
  });

  test("keeps it when a dialog is taken away", async () => {
    const props = { onOpenChange: () => {}, preview: null, pending: false, error: null, onConfirm: () => {} };
    const draw = (open: boolean) => (
      <StripeConnectionProvider platformName="Acme" adapter={fixtureAdapter(fixtures.connected)}>
        <DisconnectDialog {...props} open={open} />
        <dialog aria-label="Another">
          <input aria-label="Invoice prefix" />
        </dialog>
      </StripeConnectionProvider>
    );
    const { rerender } = render(draw(true));
    await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
    document.querySelector<HTMLDialogElement>('[aria-label="Another"]')?.showModal();
    await prefix.click();
    // Escape is that dialog's, which stands above ours.
    await userEvent.keyboard("20");
    rerender(draw(false));
    await userEvent.keyboard("26");
    await expect.element(prefix).toHaveValue("2026");
  });

  test("in the page around a frame that the card stands in keeps it when a button of the card goes", async () => {
    const frame = keep(document.createElement("iframe"));
    const inside = frame.contentDocument as Document;
    const push = show(fixtures.detailsNeeded, {
      around: (card) => <StyleSheetManager target={inside.head}>{createPortal(card, inside.body)}</StyleSheetManager>,
    });
    await expect.poll(() => inside.querySelectorAll("[data-part=actions] button").length).toBe(1);
    inside.querySelector<HTMLElement>("[data-part=actions] button")?.focus();
    await prefix.click();
    await push(fixtures.inReview);
    await expect.poll(() => inside.querySelector("[data-rsc]")?.textContent).toContain("checking");
    await userEvent.keyboard("2026");
    await expect.element(prefix).toHaveValue("2026");
  });
});

test("CL-F13 in a document of its own the focus goes to the heading, and the menu and the dialog hold", async () => {
  const frame = keep(document.createElement("iframe"));
  frame.style.cssText = "inline-size: 700px; block-size: 500px";
  frame.dataset["testid"] = "frame";
  const inside = frame.contentDocument as Document;
  const push = show(fixtures.connected, {
    around: (card) => <StyleSheetManager target={inside.head}>{createPortal(card, inside.body)}</StyleSheetManager>,
  });
  const trigger = () => inside.querySelector<HTMLElement>("[data-part=kebab]");
  await expect.poll(trigger).not.toBeNull();
  trigger()?.focus();
  await userEvent.keyboard("{ArrowUp}");
  await expect.poll(() => inside.activeElement?.textContent).toBe("Disconnect");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => inside.activeElement).toBe(trigger());
  await userEvent.keyboard("{ArrowUp}{Enter}");
  await expect.poll(() => inside.activeElement?.textContent).toBe("Cancel");
  expect(inside.querySelector("dialog:modal")).not.toBeNull();
  await userEvent.keyboard("{Tab}{Tab}");
  expect(inside.querySelector("dialog")?.contains(inside.activeElement)).toBe(true);
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => inside.querySelector("dialog")).toBeNull();
  expect(inside.activeElement).toBe(trigger());
  await push(fixtures.disconnected);
  await expect.poll(() => inside.activeElement?.textContent).toBe("Stripe");
});

describe("in a shadow root", () => {
  test.each(["open", "closed"] as const)(
    "that is %s a press in the menu is one in it, and one beside it closes",
    async (mode) => {
      const host = keep(document.createElement("div"));
      const root = host.attachShadow({ mode });
      const mount = root.appendChild(document.createElement("div"));
      show(fixtures.connected, {
        around: (card) => <StyleSheetManager target={root}>{createPortal(card, mount)}</StyleSheetManager>,
      });
      await expect.poll(() => root.querySelector("[data-part=kebab]")).not.toBeNull();
      const press = (selector: string) => {
        const at = root.querySelector<HTMLElement>(selector);
        for (const type of ["pointerdown", "pointerup", "click"]) {
          at?.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, composed: true }));
        }
      };
      press("[data-part=kebab]");
      await expect.poll(() => root.querySelectorAll("[role=menuitem]").length).toBe(5);
      root
        .querySelector("[role=separator], hr")
        ?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
      expect(root.querySelectorAll("[role=menuitem]")).toHaveLength(5);
      await userEvent.keyboard("{Escape}");
      await expect.poll(() => root.querySelector("[role=menu]")).toBeNull();
      press("[data-part=kebab]");
      await expect.poll(() => root.querySelector("[role=menu]")).not.toBeNull();
      press("[data-part=heading]");
      await expect.poll(() => root.querySelector("[role=menu]")).toBeNull();
      press("[data-part=kebab]");
      await expect.poll(() => root.querySelector("[role=menu]")).not.toBeNull();
      await prefix.click();
      await expect.poll(() => root.querySelector("[role=menu]")).toBeNull();
      await expect.element(prefix).toHaveFocus();
    },
  );
});

describe("the dialog", () => {
  const open = async () => {
    await dots.click();
    await items.last().click();
    await expect.element(dialog).toBeVisible();
  };

  test("has the focus on Cancel, not on Disconnect, when Try again has brought the preview", async () => {
    let failure: ConnectionError | undefined = new ConnectionError("network", {});
    const working = fixtureAdapter(fixtures.connected);
    const adapter: typeof working = {
      ...working,
      previewDisconnect: async (call) => {
        if (failure) throw failure;
        return working.previewDisconnect(call);
      },
      disconnect: async () => expect.unreachable("nothing was confirmed"),
    };
    render(<StripeConnectionCard adapter={adapter} platformName="Acme" timeZone="UTC" />);
    await open();
    const again = page.getByRole("button", { name: "Try again" });
    await expect.element(again).toBeVisible();
    failure = undefined;
    (again.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
  });

  test("stays while the disconnect is under way, although something closes it", async () => {
    show(fixtures.connected, { options: { fail: { disconnect: "never" } } });
    await open();
    const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
    await expect.element(confirm).not.toHaveAttribute("aria-disabled");
    await confirm.click();
    await expect.element(dialog).toHaveAttribute("aria-busy", "true");
    const own = dialog.element() as HTMLDialogElement;
    own.dispatchEvent(new Event("cancel", { cancelable: true }));
    own.close();
    await expect.poll(() => own.matches(":modal")).toBe(true);
    await expect.element(dialog).toBeVisible();
    expect(own.contains(document.activeElement)).toBe(true);
  });

  test.each(["cancel", "close"])(
    "is cancelled where the browser sends %s, and a dialog around it hears nothing",
    async (type) => {
      let heard = 0;
      const hear = () => (heard += 1);
      show(fixtures.connected, {
        options: {},
        around: (card) => (
          <dialog open aria-label="Settings" onClose={hear} onCancel={hear}>
            {card}
          </dialog>
        ),
      });
      await open();
      const own = dialog.element() as HTMLDialogElement;
      if (type === "close") own.close();
      else own.dispatchEvent(new Event("cancel", { cancelable: true }));
      // The browser tells of a close later.
      await expect.poll(() => own.isConnected).toBe(false);
      await expect.element(dialog).not.toBeInTheDocument();
      await expect.element(dots).toHaveFocus();
      expect(heard).toBe(0);
      await open();
    },
  );

  test("leaves the page's own styles as they were, and what the page sets meanwhile", async () => {
    document.documentElement.style.setProperty("overflow-x", "clip");
    document.body.style.setProperty("overflow-y", "scroll", "important");
    show(fixtures.connected, { options: {} });
    await open();
    document.documentElement.style.setProperty("overflow-x", "auto");
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
    expect(document.documentElement.style.overflowX).toBe("auto");
    expect(document.body.style.getPropertyPriority("overflow-y")).toBe("important");
    expect(document.body.style.overflowY).toBe("scroll");
    document.documentElement.removeAttribute("style");
    document.body.removeAttribute("style");
  });
});
