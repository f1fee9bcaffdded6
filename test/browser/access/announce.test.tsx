import { act, render } from "@testing-library/react";
import { type Connection, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

/** Every text that a live region comes to hold, in order: what a screen reader says by itself. */
function listen(): string[] {
  const said: string[] = [];
  const live = "[role=status], [role=alert], [aria-live]";
  const hear = (node: Node) => {
    const region = (node instanceof Element ? node : node.parentElement)?.closest(live);
    const text = region?.textContent?.trim();
    if (text && said.at(-1) !== text) said.push(text);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      hear(target);
      for (const node of addedNodes) {
        if (node instanceof Element) for (const region of node.querySelectorAll(live)) hear(region);
        hear(node);
      }
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  return said;
}

/** A card, and a way for its back end to answer anew: with a change, or as a poll does, with nothing but a later clock. */
function show(first: Connection) {
  const adapter = fixtureAdapter("loading");
  const draw = (connection: Connection) => (
    <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" timeZone="UTC" />
  );
  const { rerender } = render(draw(first));
  let now = Date.parse(first.serverTime);
  let { revision } = first;
  return (next: Connection, { isPoll = false } = {}) => {
    now += 5_000;
    if (!isPoll) revision += 1;
    const change = { scope: first.scope, revision, serverTime: new Date(now).toISOString() };
    return act(async () => rerender(draw({ ...next, ...change })));
  };
}

const LIFE = ["notConnected", "creating", "connecting", "detailsNeeded", "inReview", "syncing", "connected"] as const;

describe("B15 what is said by itself", () => {
  test("nothing of what is there from the start", async () => {
    const said = listen();
    show(fixtures.connected);
    await expect.element(page.getByText("Connected", { exact: true })).toBeVisible();
    expect(said).toEqual([]);
  });

  test("each change once, through a whole life, and of the polls between them nothing", async () => {
    const push = show(fixtures.notConnected);
    await expect.element(page.getByText("Not connected", { exact: true })).toBeVisible();
    const said = listen();
    for (const key of LIFE.slice(1)) {
      await push(fixtures[key]);
      for (let poll = 0; poll < 5; poll += 1) await push(fixtures[key], { isPoll: true });
    }
    await expect.element(page.getByText("Connected", { exact: true })).toBeVisible();
    expect(said).toEqual([
      "Stripe: Connecting. Stripe is still sending your account information.",
      "Stripe: In progress. Stripe needs 4 more details before you can publish plans.",
      "Stripe: In progress. Stripe is checking your details. You don't need to do anything.",
      "Stripe: Connecting. Stripe is still sending your account information.",
      "Stripe: Connected. Stripe is syncing. You're ready to publish plans.",
    ]);
  });

  test("politely, and in regions that were there before", async () => {
    const push = show(fixtures.connecting);
    await expect.element(page.getByText("Connecting", { exact: true })).toBeVisible();
    const regions = [...document.querySelectorAll("[role=status]")];
    await push(fixtures.connected);
    await expect.poll(() => regions.map((region) => region.textContent).join("")).toMatch(/^Stripe: Connected\./);
    expect(document.querySelectorAll("[role=alert], [aria-live=assertive]")).toHaveLength(0);
    // A second one with the same words would be said a second time.
    expect([...document.querySelectorAll("[role=status]")]).toEqual(regions);
  });

  test("of two cards each its own", async () => {
    const first = show(fixtures.connecting);
    const second = show({ ...fixtures.detailsNeeded, scope: "another" });
    await expect.element(page.getByText("In progress", { exact: true })).toBeVisible();
    const said = listen();
    await first(fixtures.connected);
    expect(said).toEqual(["Stripe: Connected. Stripe is syncing. You're ready to publish plans."]);
    await second(fixtures.inReview);
    expect(said).toHaveLength(2);
  });

  test("what came of the person's own press", async () => {
    render(<StripeConnectionCard adapter={fixtureAdapter(fixtures.connected)} platformName="Acme Cloud" />);
    await page.getByRole("button", { name: "More actions" }).click();
    const said = listen();
    await page.getByRole("menuitem", { name: "Check status now" }).click();
    await expect.poll(() => said).toEqual(["Checked with Stripe just now."]);
    await userEvent.keyboard("{Escape}");
  });
});
