import { createRef, StrictMode } from "react";
import { createPortal } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { StyleSheetManager } from "styled-components";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { commands, page, userEvent } from "vitest/browser";
import type { Connection } from "../../src/core/connection.js";
import { StripeConnectionCard } from "../../src/index.js";
import {
  connectJs,
  countingAdapter,
  forgetConnectJs,
  needsDetails,
  PATIENCE,
  pressUpdate,
  type PlayedElement,
  renderCard,
  theForm,
  theFormIsThere,
} from "../support/onboardingCard.js";
import { overlayTraps } from "../support/overlayTraps.js";

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await commands.routeConnectJs("minimal");
});
afterEach(async () => {
  cleanup();
  await nextTask();
  forgetConnectJs();
});

test("two cards on one page have a form, an instance and a session each, and one script", async () => {
  const acme = countingAdapter();
  const other = countingAdapter({ ...needsDetails, scope: "the-other" });
  render(
    <StrictMode>
      <div data-testid="acme">
        <StripeConnectionCard platformName="Acme Cloud" adapter={acme.adapter} />
      </div>
      <div data-testid="other">
        <StripeConnectionCard platformName="Other Cloud" adapter={other.adapter} />
      </div>
    </StrictMode>,
  );
  const [left, right] = [screen.getByTestId("acme"), screen.getByTestId("other")] as const;
  for (const side of [left, right]) {
    await userEvent.click(await within(side).findByRole("button", { name: "Update Stripe information" }));
    await waitFor(() => expect(theForm(side)?.shadowRoot).toBeTruthy());
  }
  const kept = theForm(right);
  expect(connectJs()?.inits).toHaveLength(2);
  expect([...document.scripts].filter(({ src }) => src.includes("connect-js.stripe.com"))).toHaveLength(1);
  expect([acme.times("createAccountSession"), other.times("createAccountSession")]).toEqual([1, 1]);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);

  act(() => theForm(left)?.failToLoad("render_error"));
  expect(within(left).getByRole("alert")).toBeVisible();
  expect(within(right).queryByRole("alert")).toBeNull();
  await userEvent.click(within(left).getByRole("button", { name: "Return to Acme Cloud" }));
  await waitFor(() => expect(connectJs()?.logouts).toBe(1));
  expect(theForm(right), "the other one's form goes on").toBe(kept);
  expect(kept?.isConnected).toBe(true);
});

/** Whatever a frame shows, into shadow roots. */
function shown(root: ParentNode): string {
  return [...root.querySelectorAll("*")]
    .map(
      (element) =>
        [...element.childNodes].map((node) => (node instanceof Text ? node.data : "")).join("") +
        (element.shadowRoot ? shown(element.shadowRoot) : ""),
    )
    .join(" ");
}

test("A7 C5 a switch of the tenant in mid-onboarding shows nothing of the first from the same frame on", async () => {
  const tenants: Record<string, Connection> = {
    first: { ...needsDetails, scope: "first", startedBy: "Frida First" },
    second: { ...needsDetails, scope: "second", startedBy: "Sam Second" },
  };
  tenants["first"] = {
    ...tenants["first"],
    account: { ...account(), id: "acct_first", displayName: "First Ltd" },
  } as Connection;
  tenants["second"] = { ...tenants["second"], account: { ...account(), id: "acct_second" } } as Connection;
  let tenant = "first";
  let answer: (() => void) | null = null;
  const { adapter, times } = countingAdapter(needsDetails, {
    getConnection: async () => {
      const asked = tenants[tenant] as Connection;
      if (tenant === "second") await new Promise<void>((resolve) => (answer = resolve));
      return asked;
    },
  });
  const { change } = renderCard(adapter, { scope: "first" });
  await pressUpdate();
  await theFormIsThere();
  const firsts = theForm() as PlayedElement;
  firsts.shadowRoot?.append("First Ltd");
  expect(shown(document.body)).toContain("First Ltd");

  const leaks: string[] = [];
  let frames = 0;
  const look = (when: string) => {
    if (/First|acct_first/.test(shown(document.body))) leaks.push(`${when}: ${shown(document.body)}`);
    if (firsts.isConnected) leaks.push(`${when}: the first one's form`);
  };
  tenant = "second";
  change({ scope: "second" });
  look("as soon as React is done");
  const observer = new MutationObserver(() => look("a change"));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  let frame = 0;
  const next = () => {
    frames += 1;
    look(`frame ${frames}`);
    frame = requestAnimationFrame(next);
  };
  frame = requestAnimationFrame(next);

  expect(screen.queryByRole("region", { name: "Update Stripe information" })).toBeNull();
  await expect.poll(() => frames, { timeout: PATIENCE }).toBeGreaterThan(2);
  await waitFor(() => expect(connectJs()?.logouts).toBe(1));
  // connect.js may still talk about the first one.
  act(() => firsts.failToLoad("api_error"));
  act(() => firsts.fire("setOnExit"));
  await waitFor(() => expect(answer, "the second one is asked for").not.toBeNull());
  await act(async () => answer?.());
  await pressUpdate();
  await theFormIsThere();
  cancelAnimationFrame(frame);
  observer.disconnect();
  expect(leaks).toEqual([]);
  expect(times("createAccountSession")).toBe(2);
  expect(theForm()?.secrets).toEqual(["accs_secret_2"]);
  expect(screen.queryByRole("alert")).toBeNull();

  function account() {
    return needsDetails.account as NonNullable<Connection["account"]>;
  }
});

test("inside a shadow root: styled, with menu and form inside, and the focus where it belongs", async () => {
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  const styles = shadow.appendChild(document.createElement("div"));
  const place = shadow.appendChild(document.createElement("div"));
  const card = createRef<HTMLDivElement>();
  const { adapter } = countingAdapter();
  const { unmount } = render(
    createPortal(
      <StyleSheetManager target={styles}>
        <StripeConnectionCard ref={card} platformName="Acme Cloud" adapter={adapter} theme={{ colorScheme: "dark" }} />
      </StyleSheetManager>,
      place,
    ),
    { reactStrictMode: true },
  );
  const button = (name: string) => page.getByRole("button", { name });
  await expect.element(button("Update Stripe information"), { timeout: PATIENCE }).toBeVisible();
  expect(getComputedStyle(card.current as Element).borderTopWidth).toBe("1px");

  await button("More actions").click();
  await expect.element(page.getByRole("menu"), { timeout: PATIENCE }).toBeVisible();
  expect(shadow.querySelector('[role="menu"]'), "the overlay is inside").not.toBeNull();
  expect(document.querySelector('[role="menu"]')).toBeNull();
  await page.getByRole("menuitem", { name: "Update Stripe information" }).click();
  await theFormIsThere();
  const title = shadow.querySelector('[data-rsc="onboarding"] [data-part="title"]');
  await expect.poll(() => shadow.activeElement, { timeout: PATIENCE }).toBe(title);
  expect(overlayTraps(theForm(shadow))).toEqual([]);
  expect(connectJs()?.inits[0]?.appearance.variables).toMatchObject({
    colorBackground: "rgb(22, 24, 29)",
    fontSizeBase: "14px",
  });
  await button("Return to Acme Cloud").click();
  await expect.poll(() => shadow.activeElement?.getAttribute("aria-label"), { timeout: PATIENCE }).toBe("More actions");
  unmount();
  host.remove();
});

test("a card that had its form open is rendered by the server closed, hydrates without a word, and opens", async () => {
  const { adapter, times } = countingAdapter();
  const { unmount } = renderCard(adapter, { initialConnection: needsDetails });
  await pressUpdate();
  await theFormIsThere();
  unmount();
  await waitFor(() => expect(connectJs()?.logouts).toBe(1));

  // As a reload: what the server renders is the card, and the form is the person's to open.
  const tree = (
    <StrictMode>
      <StripeConnectionCard platformName="Acme Cloud" adapter={adapter} initialConnection={needsDetails} />
    </StrictMode>
  );
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(tree);
  expect(container.querySelector('[data-rsc="onboarding"]')).toBeNull();
  expect(container.querySelector("[style]"), "no style attribute in server HTML").toBeNull();
  const recovered: unknown[] = [];
  const root = await act(async () => hydrateRoot(container, tree, { onRecoverableError: (e) => recovered.push(e) }));
  expect(recovered).toEqual([]);
  expect(times("createAccountSession")).toBe(1);
  await pressUpdate();
  await theFormIsThere();
  expect(theForm()?.secrets).toEqual(["accs_secret_2"]);
  act(() => root.unmount());
  container.remove();
});
