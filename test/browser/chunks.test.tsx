import { within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { de } from "../../src/messages/locales/de.js";
import { openCardPage } from "../support/openCardPage.js";

const FORM = "*/onboarding/OnboardingContent.tsx";
const WORDS = "*/messages/de/requirements.ts";

let opened: Awaited<ReturnType<typeof openCardPage>> | undefined;
/** A page of its own for each: what a page has loaded, or failed to, it never forgets. */
async function open(query: Record<string, string> = {}) {
  opened = await openCardPage(query);
  const { inside, document } = opened;
  const body = () => within(document()?.body as HTMLElement);
  await expect.poll(() => body().queryByRole("button", { name: "After" }), { timeout: 10_000 }).not.toBeNull();
  return {
    inside,
    body,
    focused: () => document()?.activeElement as HTMLElement,
    fetched: (name: string) =>
      document()
        ?.defaultView?.performance.getEntriesByType("resource")
        .filter((entry) => entry.name.includes(name)).length,
    query: (selector: string) => document()?.querySelector(selector),
  };
}

afterEach(async () => {
  opened?.close();
  await Promise.all([FORM, WORDS].map((glob) => commands.routeModule(glob, "passes")));
});

describe("the words that explain what Stripe needs", () => {
  const rows = (page: Awaited<ReturnType<typeof open>>) =>
    page
      .body()
      .getAllByRole("listitem")
      .map((row) => row.textContent)
      .join(" | ");

  test("that can't be loaded leave every row its title, and come with the next look at the account", async () => {
    await commands.routeModule(WORDS, "fails");
    const shown = await open({ fixture: "detailsNeeded", locale: "de" });
    await expect.poll(() => shown.fetched("de/requirements.ts")).toBe(1);
    expect(rows(shown)).toMatch(/Unternehmensangaben/);
    expect(rows(shown)).not.toMatch(/Unternehmenswebsite/);
    expect(shown.body().queryByRole("alert")).toBeNull();
    await commands.routeModule(WORDS, "passes");
    await shown.inside.getByRole("button", { name: de.card.menu.label }).click();
    await shown.inside.getByRole("menuitem", { name: de.card.menu.check }).click();
    await expect.poll(() => rows(shown)).toMatch(/Unternehmenswebsite/);
  });
});

describe("the form's code", () => {
  const region = { name: "Update Stripe information" };

  test("that can't be loaded says so, and Try again opens just the row that was pressed", async () => {
    await commands.routeConnectJs("hangs");
    await commands.routeModule(FORM, "fails");
    const { inside, body, focused } = await open({ fixture: "detailsNeeded" });
    await inside.getByRole("button", { name: /^Proof of identity/ }).click();
    await expect.poll(() => body().queryByRole("alert")?.textContent).toMatch(/didn't load/);
    const again = inside.getByRole("button", { name: "Try again" });
    await again.click();
    const button = () => body().getByRole("button", { name: "Try again" });
    await expect.poll(() => button().getAttribute("aria-busy")).toBeNull();
    expect(focused()).toBe(button());
    await commands.routeModule(FORM, "passes");
    await again.click();
    await expect.poll(() => body().queryByText(/Stripe may open a small window/)).not.toBeNull();
    expect(body().queryByRole("alert")).toBeNull();
    expect(focused()).toBe(body().getByRole("heading", region));
    await inside.getByRole("button", { name: "Return to Acme Cloud" }).click();
    await expect.poll(() => body().queryByRole("list", { name: "What Stripe needs" })).not.toBeNull();
  });

  test.each([
    ["stays on the heading", "Update Stripe information", async () => undefined],
    [
      "stays on the way back",
      "Return to Acme Cloud",
      async (page: Awaited<ReturnType<typeof open>>) =>
        page
          .body()
          .getByRole("button", { name: /^Return/ })
          .focus(),
    ],
    [
      "stays where the person has gone",
      "Before",
      async (page: Awaited<ReturnType<typeof open>>) => page.body().getByRole("button", { name: "Before" }).focus(),
    ],
  ])("while it arrives the focus %s", async (_, text, move) => {
    await commands.routeConnectJs("hangs");
    await commands.routeModule(FORM, "hangs");
    const shown = await open({ fixture: "detailsNeeded" });
    await shown.inside.getByRole("button", { name: /^Proof of identity/ }).click();
    await expect.poll(() => shown.focused()).toBe(shown.body().getByRole("heading", region));
    await move(shown);
    expect(shown.focused().textContent).toBe(text);
    await commands.routeModule(FORM, "passes");
    await expect.poll(() => shown.body().queryByText(/Stripe may open a small window/)).not.toBeNull();
    expect(shown.focused().textContent).toBe(text);
    expect(shown.focused().isConnected).toBe(true);
  });
});
