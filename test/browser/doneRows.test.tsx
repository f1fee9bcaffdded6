import { act, render, screen, within } from "@testing-library/react";
import { type Connection, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page as browserPage, commands, userEvent } from "vitest/browser";

// On a slow machine a second passes before anything is asked: it stands still until it is told to end.
const still = document.createElement("style");
still.textContent = "li[aria-hidden] { animation-play-state: paused !important; }";
beforeEach(() => document.head.append(still));
afterEach(async () => {
  still.remove();
  await commands.emulateMedia(null);
});

const detailsNeeded: Connection = { ...fixtures.detailsNeeded, mode: "test" };
// What the card shows is what the test hands in; a session for Stripe's form there is.
const adapter = { ...fixtureAdapter(detailsNeeded), getConnection: fixtureAdapter("loading").getConnection };
const page = (revision: number, requirements: Connection["requirements"]) => (
  <StripeConnectionCard
    adapter={adapter}
    initialConnection={{ ...detailsNeeded, revision, requirements }}
    platformName="Acme Cloud"
    timeZone="UTC"
  />
);

/** A card with four rows, of which the second and the last are done in the next answer. */
async function finishTwo() {
  const { rerender } = render(page(50, detailsNeeded.requirements));
  await screen.findByText(/^Add the bank account/);
  const [photo, website, phone, bank] = detailsNeeded.requirements as [
    Connection["requirements"][0],
    Connection["requirements"][0],
    Connection["requirements"][0],
    Connection["requirements"][0],
  ];
  await act(async () => rerender(page(51, [photo, phone])));
  return { rerender, photo, website, phone, bank };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-part="rows"] > li')];
const titles = () => rows().map((row) => row.querySelector("b")?.textContent);
const ticked = () => rows().map((row) => row.querySelector('[data-icon="check"]') !== null);
const moving = () =>
  document
    .getAnimations()
    .filter(({ effect }) => (effect as KeyframeEffect).target?.matches("li[aria-hidden]") === true);

test("what was done is ticked in its place, and goes when its animation ends", async () => {
  await finishTwo();
  expect(titles()).toEqual([
    "Proof of identity for Jenny Rosen",
    "Business website",
    "Customer support contact",
    "Bank account",
  ]);
  expect(ticked()).toEqual([false, true, false, true]);
  expect(moving()).toHaveLength(2);
  // Who listens hears only what is still asked for, and nothing that is done can be pressed.
  const list = screen.getByRole("list", { name: "What Stripe needs" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(2);
  expect(list.querySelectorAll("button")).toHaveLength(2);
  expect(screen.getByText("Stripe needs 2 more details before you can publish plans.")).toBeVisible();

  for (const animation of moving()) animation.finish();
  await expect.poll(titles).toEqual(["Proof of identity for Jenny Rosen", "Customer support contact"]);
  expect(ticked()).toEqual([false, false]);
});

test("what is done while another goes is ticked too, and what is asked for again is a row again", async () => {
  const { rerender, photo, bank } = await finishTwo();
  await act(async () => rerender(page(52, [photo, bank])));
  expect(ticked()).toEqual([false, true, true, false]);
  expect(titles().at(-1)).toBe("Bank account");
  for (const animation of moving()) animation.finish();
  await expect.poll(titles).toEqual(["Proof of identity for Jenny Rosen", "Bank account"]);
});

test("where a person wants no motion, what was done is gone at once", async () => {
  await commands.emulateMedia({ reducedMotion: "reduce" });
  await finishTwo();
  expect(titles()).toEqual(["Proof of identity for Jenny Rosen", "Customer support contact"]);
  expect(moving()).toHaveLength(0);
});

test("the focus that stood on what was done goes to the card's heading", async () => {
  const { rerender } = render(page(50, detailsNeeded.requirements));
  (await screen.findByRole("button", { name: /^Bank account/ })).focus();
  await act(async () => rerender(page(51, detailsNeeded.requirements.slice(0, 3))));
  expect(screen.getByRole("heading", { name: "Stripe" })).toHaveFocus();
});

test("A7 the rows of one tenant are never ticked on the card of the next", async () => {
  const { rerender } = render(page(50, detailsNeeded.requirements));
  await screen.findByText(/^Add the bank account/);
  const seen = new Set<string>();
  const observer = new MutationObserver(() => ticked().forEach((isTicked, index) => isTicked && seen.add(`${index}`)));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  const next = { ...detailsNeeded, scope: "another", revision: 51, requirements: detailsNeeded.requirements.slice(3) };
  await act(async () =>
    rerender(
      <StripeConnectionCard adapter={adapter} scope="another" initialConnection={next} platformName="Acme Cloud" />,
    ),
  );
  await expect.poll(titles).toEqual(["Bank account"]);
  observer.disconnect();
  expect([...seen]).toEqual([]);
  expect(moving()).toHaveLength(0);
});

test("what was done in Stripe's form is ticked when the form has made room for the list again", async () => {
  await commands.routeConnectJs("minimal");
  const { rerender } = render(page(50, detailsNeeded.requirements));
  await userEvent.click(await screen.findByRole("button", { name: /^Business website/ }));
  const close = browserPage.getByRole("button", { name: "Close stripe-connect-account-onboarding" });
  await expect.element(close, { timeout: 10_000 }).toBeVisible();
  // Stripe tells of it while the form is still open.
  const left = detailsNeeded.requirements.filter(({ key }) => !key.includes("url"));
  expect(left).toHaveLength(3);
  await act(async () => rerender(page(51, left)));
  await close.click();
  await expect.poll(() => ticked()).toEqual([false, true, false, false]);
  expect(titles()[1]).toBe("Business website");
  expect(within(screen.getByRole("list", { name: "What Stripe needs" })).getAllByRole("listitem")).toHaveLength(3);
  for (const animation of moving()) animation.finish();
  await expect.poll(() => ticked()).toEqual([false, false, false]);
});
