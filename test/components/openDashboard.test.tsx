import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import {
  type Connection,
  ConnectionError,
  StripeConnectionCard,
  type StripeConnectionAdapter,
} from "../../src/index.js";
import { fixtureAdapter, fixtures } from "../../src/testing/index.js";

const NAME = "Open Stripe dashboard (opens in a new tab)";
const LINK = "https://connect.stripe.com/express/fixture";

/** The new tab, as far as the page can reach into it. */
function playTab() {
  const tab = {
    document: { title: "", body: { textContent: "" } },
    opener: window as Window | null,
    close: vi.fn(),
    location: { replace: vi.fn<(url: string) => void>() },
  };
  const open = vi.spyOn(window, "open").mockReturnValue(tab as unknown as Window);
  return { tab, open };
}

function show(connection: Connection, own: Partial<StripeConnectionAdapter> = {}) {
  const onEvent = vi.fn();
  const adapter = { ...fixtureAdapter(connection), ...own };
  render(<StripeConnectionCard platformName="Acme Cloud" timeZone="UTC" adapter={adapter} onEvent={onEvent} />);
  return { onEvent };
}

const openMenu = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
  return screen.findByRole("menu");
};
const inFacts = () => screen.findByRole("button", { name: NAME });
const inMenu = async () => within(await openMenu()).getByRole("menuitem", { name: NAME });

describe("an account with a dashboard", () => {
  test.each([
    ["the menu", inMenu],
    ["the account's id", inFacts],
  ])("is opened from %s in a new tab that is there before the link", async (_, find) => {
    const { tab, open } = playTab();
    let answer = (_link: { url: string }) => {};
    const { onEvent } = show(fixtures.connectedExpress, {
      createDashboardLink: () => new Promise((resolve) => (answer = resolve)),
    });
    await userEvent.click(await find());
    expect(open).toHaveBeenCalledExactlyOnceWith("", "_blank");
    expect([tab.document.title, tab.document.body.textContent]).toEqual(["Opening Stripe…", "Opening Stripe…"]);
    expect(tab.location.replace).not.toHaveBeenCalled();
    expect(await inFacts()).toHaveAttribute("aria-busy", "true");
    answer({ url: LINK });
    await waitFor(() => expect(tab.location.replace).toHaveBeenCalledExactlyOnceWith(LINK));
    expect(tab.opener).toBeNull();
    expect(tab.close).not.toHaveBeenCalled();
    await waitFor(async () => expect(await inFacts()).not.toHaveAttribute("aria-busy"));
    expect(onEvent).toHaveBeenCalledWith({ type: "dashboard_opened" });
    expect(JSON.stringify(onEvent.mock.calls)).not.toContain("stripe.com");
    // Nothing of it stays in the page.
    expect(document.documentElement.outerHTML).not.toContain(LINK);
  });

  test("two presses make one tab and one link", async () => {
    const { open } = playTab();
    const createDashboardLink = vi.fn(() => new Promise<never>(() => {}));
    show(fixtures.connectedExpress, { createDashboardLink });
    await userEvent.dblClick(await inFacts());
    await userEvent.click(await inMenu());
    expect(open).toHaveBeenCalledOnce();
    expect(createDashboardLink).toHaveBeenCalledOnce();
  });

  test("where Stripe does not open it, the tab goes and the card says why, until the reason is another one", async () => {
    const { tab } = playTab();
    let connection: Connection = {
      ...fixtures.detailsNeeded,
      can: fixtures.connectedExpress.can,
    };
    const adapter = fixtureAdapter(connection, {
      fail: { createDashboardLink: new ConnectionError("dashboard_unavailable", { requestId: "req_1" }) },
    });
    show(connection, { ...adapter, getConnection: async () => connection, refresh: async () => connection });
    await userEvent.click(await inMenu());
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Stripe can't open this dashboard right now. If details are missing, add them first. Otherwise, contact support. Reference req_1",
    );
    expect(tab.close).toHaveBeenCalledOnce();
    expect(tab.location.replace).not.toHaveBeenCalled();
    const { serverTime: _time, ...after } = fixtures.connectedExpress;
    connection = { ...connection, ...after, revision: 99, checkedAt: "2026-11-22T14:03:00.000Z" };
    await userEvent.click(within(await openMenu()).getByRole("menuitem", { name: "Check status now" }));
    await screen.findByText("Connected");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test.each(["network", "timeout"] as const)("a failure of %s is over with the next answer", async (code) => {
    playTab();
    const adapter = fixtureAdapter("loading", { fail: { createDashboardLink: new ConnectionError(code) } });
    const page = (connection: Connection) => (
      <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" />
    );
    const { rerender } = render(page(fixtures.connectedExpress));
    await userEvent.click(await inFacts());
    await screen.findByRole("alert");
    rerender(page({ ...fixtures.connectedExpress, revision: 99, serverTime: "2026-11-22T14:09:00.000Z" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  test("another try after a failure gets a tab of its own", async () => {
    const { tab, open } = playTab();
    let isDown = true;
    show(fixtures.connectedExpress, {
      createDashboardLink: async () => {
        if (isDown) throw new ConnectionError("stripe_unavailable");
        return { url: LINK };
      },
    });
    await userEvent.click(await inFacts());
    expect(await screen.findByRole("alert")).toHaveTextContent("Stripe can't be reached right now.");
    isDown = false;
    await userEvent.click(await inFacts());
    await waitFor(() => expect(tab.location.replace).toHaveBeenCalledWith(LINK));
    expect(open).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("B9 a link that leads elsewhere is not followed", async () => {
    const { tab } = playTab();
    show(fixtures.connectedExpress, { createDashboardLink: async () => ({ url: "https://stripe.com.evil.example/" }) });
    await userEvent.click(await inFacts());
    await screen.findByRole("alert");
    expect(tab.location.replace).not.toHaveBeenCalled();
    expect(tab.close).toHaveBeenCalledOnce();
  });

  const blocked = () => vi.spyOn(window, "open").mockReturnValue(null);
  const notice = () => screen.findByText("Your browser blocked the new tab. Open the dashboard in this one:");
  const simulated: Connection = { ...fixtures.connectedExpress, mode: "test", simulated: true };
  const here = () => screen.findByRole("button", { name: "Open Stripe dashboard" });

  test.each([
    ["blocks the tab", blocked],
    [
      "throws instead of opening one",
      () =>
        vi.spyOn(window, "open").mockImplementation(() => {
          throw new Error("not here");
        }),
    ],
  ])("where the browser %s, a second press asks for a link and leads there in this tab", async (_, play) => {
    play();
    const url = new URL("#dashboard", location.href).href;
    const createDashboardLink = vi.fn(async () => ({ url }));
    show(simulated, { createDashboardLink });
    await userEvent.click(await inFacts());
    expect(await notice()).toBeVisible();
    expect(createDashboardLink).not.toHaveBeenCalled();
    expect(await inFacts()).not.toHaveAttribute("aria-busy");
    await userEvent.click(await here());
    await waitFor(() => expect(location.hash).toBe("#dashboard"));
    expect(createDashboardLink).toHaveBeenCalledOnce();
    expect(document.documentElement.outerHTML).not.toContain(url);
    history.replaceState(null, "", " ");
  });

  test("a blocked tab is not spoken of once the viewer may not open the dashboard", async () => {
    blocked();
    const adapter = fixtureAdapter("loading");
    const page = (connection: Connection) => (
      <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" />
    );
    const { rerender } = render(page(simulated));
    await userEvent.click(await inFacts());
    expect(await notice()).toBeVisible();
    rerender(page({ ...simulated, revision: 99, can: { ...simulated.can, dashboard: "role" } }));
    await waitFor(() => expect(screen.queryByText(/blocked the new tab/)).toBeNull());
  });

  test("a tab that opens after one was blocked ends the notice", async () => {
    const open = blocked();
    show(fixtures.connectedExpress);
    await userEvent.click(await inFacts());
    expect(await notice()).toBeVisible();
    open.mockRestore();
    const { tab } = playTab();
    await userEvent.click(await inFacts());
    await waitFor(() => expect(tab.location.replace).toHaveBeenCalledExactlyOnceWith(LINK));
    expect(screen.queryByText(/blocked the new tab/)).toBeNull();
  });

  test("it is offered for a rejected account, too", async () => {
    const { rejected } = fixtures;
    show({ ...rejected, can: { ...rejected.can, dashboard: true } });
    expect(await inMenu()).toBeVisible();
  });
});

describe("not offered", () => {
  const express: Connection = fixtures.connectedExpress;
  test.each([
    ["for an account without one", fixtures.connected, {}],
    ["to who may not", { ...express, can: { ...express.can, dashboard: "role" } }, {}],
    ["by an adapter that can't", express, { createDashboardLink: undefined }],
  ] as const)("%s", async (_, connection, own) => {
    // `undefined` takes the fixture adapter's away.
    show(connection, own as Partial<StripeConnectionAdapter>);
    const menu = await openMenu();
    expect(within(menu).getByRole("menuitem", { name: "Copy account ID" })).toBeVisible();
    expect(screen.queryAllByText("Open Stripe dashboard")).toEqual([]);
  });
});
