import { render } from "@testing-library/react";
import { ConnectionError, StripeConnectionCard, type StripeConnectionAdapter } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";

/** Every tab that was opened, the way the browser gave it. */
const tabs: Window[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function watchTabs() {
  const real = window.open.bind(window);
  vi.spyOn(window, "open").mockImplementation((...args) => {
    const tab = real(...args);
    if (tab) tabs.push(tab);
    return tab;
  });
}

function show(own: Partial<StripeConnectionAdapter>) {
  // A simulator's page may be anywhere, and this test's own origin is where it can look into the tab.
  const connection = { ...fixtures.connectedExpress, mode: "test", simulated: true } as const;
  render(
    <StripeConnectionCard
      adapter={{ ...fixtureAdapter(connection), ...own }}
      platformName="Acme Cloud"
      timeZone="UTC"
    />,
  );
}

const press = async () => {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Open Stripe dashboard" }).click();
};

test("a press opens a tab at once, and the link leads there without a way back to the card's page", async () => {
  watchTabs();
  const url = new URL("/?dashboard", location.href).href;
  let answer = () => {};
  show({ createDashboardLink: () => new Promise((resolve) => (answer = () => resolve({ url }))) });
  await press();
  expect(tabs).toHaveLength(1);
  const [tab] = tabs;
  expect([tab?.location.href, tab?.document.title]).toEqual(["about:blank", "Opening Stripe…"]);
  // Longer than a browser waits between a press and a tab that it does not block.
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  answer();
  await expect.poll(() => tab?.location.href).toBe(url);
  expect(tab?.opener).toBeNull();
  await expect.element(page.getByRole("button", { name: "Open Stripe dashboard" })).not.toHaveAttribute("aria-busy");
});

test("where the link fails the empty tab goes, and the card says why", async () => {
  watchTabs();
  let fail = () => {};
  const refusal = new ConnectionError("dashboard_unavailable");
  show({ createDashboardLink: () => new Promise((_, reject) => (fail = () => reject(refusal))) });
  await press();
  const [tab] = tabs;
  expect(tab?.closed).toBe(false);
  fail();
  await expect.poll(() => tab?.closed).toBe(true);
  await expect.element(page.getByRole("alert")).toHaveTextContent("Stripe can't open this dashboard right now.");
});

test("where the browser blocks the tab, a second press leads there in this one", async () => {
  vi.spyOn(window, "open").mockReturnValue(null);
  // The test's own page stays where a link changes the address's fragment alone.
  const before = location.href;
  const url = new URL("#dashboard", before).href;
  show({ createDashboardLink: async () => ({ url }) });
  await press();
  const notice = page.getByRole("alert");
  await expect.element(notice).toHaveTextContent("Your browser blocked the new tab. Open the dashboard in this one:");
  await notice.getByRole("button", { name: "Open Stripe dashboard" }).click();
  await expect.poll(() => location.href).toBe(url);
  history.replaceState(null, "", before);
});
