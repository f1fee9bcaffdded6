import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConnectionError, StripeConnectionCard, useStripeConnection } from "react-stripe-connection";
import { StripeConnectionProvider as HeadlessProvider } from "react-stripe-connection/headless";
import { de } from "react-stripe-connection/locales/de";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { renderWithConnection } from "react-stripe-connection/testing/react";
import { simulatedAdapter } from "react-stripe-connection/simulator";
import { expect, test, vi } from "vitest";

/** The menu is loaded when it is wanted, by a machine that may be busy. */
const PATIENCE = { timeout: 15_000 };
vi.setConfig({ testTimeout: 60_000 });

test("a host's test of its page in ten lines: menu and dialog, opened and closed, by role", async () => {
  const user = userEvent.setup();
  const { adapter } = renderWithConnection(<StripeConnectionCard />, { connection: "connected" });
  const disconnect = vi.spyOn(adapter, "disconnect");

  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(within(await screen.findByRole("menu", {}, PATIENCE)).getByRole("menuitem", { name: "Disconnect" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Disconnect Stripe?" }, PATIENCE);
  await user.click(within(dialog).getByRole("button", { name: "Cancel" }));

  await waitFor(() => expect(dialog).not.toBeInTheDocument(), PATIENCE);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(disconnect).not.toHaveBeenCalled();
});

test("a menu that nobody wants closes by Escape, and the focus is back on the three dots", async () => {
  const user = userEvent.setup();
  renderWithConnection(<StripeConnectionCard />);
  await user.click(screen.getByRole("button", { name: "More actions" }));
  const menu = await screen.findByRole("menu", {}, PATIENCE);
  await waitFor(() => expect(menu).toContainElement(document.activeElement as HTMLElement), PATIENCE);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(menu).not.toBeInTheDocument(), PATIENCE);
  expect(screen.getByRole("button", { name: "More actions" })).toHaveFocus();
});

test("HO-4 a page that names its own endpoint is in the state that the test gives it, and keeps its settings", async () => {
  const user = userEvent.setup();
  const BillingSettings = () => <StripeConnectionCard endpoint="/api/stripe/test" platformName="Umbrella" />;
  const { adapter } = renderWithConnection(<BillingSettings />, { connection: "notConnected" });
  const connect = vi.spyOn(adapter, "connect");
  await user.click(screen.getByRole("button", { name: "Connect Stripe account" }));
  expect(connect).toHaveBeenCalledOnce();
});

test("HO-4 neither an adapter nor a connection of the page stands before the test's", () => {
  const page = (
    <StripeConnectionCard
      adapter={fixtureAdapter("loading")}
      platformName="Umbrella"
      initialConnection={fixtures.connected}
    />
  );
  renderWithConnection(page, { connection: "notConnected" });
  expect(screen.getByText("Not connected")).toBeVisible();
});

test("HO-4 what the test says of language and time goes before the page's defaults", () => {
  renderWithConnection(<StripeConnectionCard endpoint="/api/stripe/test" platformName="Umbrella" />, {
    connection: "connectedDueSoon",
    locale: "de",
    locales: [de],
  });
  expect(screen.getByText("Verbunden")).toBeVisible();
});

test("HO-4 a provider without words is under test, too", () => {
  renderWithConnection(
    <HeadlessProvider endpoint="/api/stripe/test">
      <Gate />
    </HeadlessProvider>,
  );
  expect(screen.getByText("You may publish")).toBeVisible();
});

const Gate = () => {
  const { state, connection } = useStripeConnection();
  return <p>{state === "ready" && connection.ready ? "You may publish" : "Not yet"}</p>;
};

test("a component of the host's own is given a state by the name of a fixture, kept when it is rendered again", () => {
  const { rerender } = renderWithConnection(<Gate />, { connection: "connectedDueSoon" });
  expect(screen.getByText("You may publish")).toBeVisible();
  rerender(<Gate key="again" />);
  expect(screen.getByText("You may publish")).toBeVisible();
});

test("what fails, fails", async () => {
  renderWithConnection(<StripeConnectionCard />, {
    connection: new ConnectionError("session_expired"),
    platformName: "Umbrella",
  });
  expect(await screen.findByRole("button", { name: "Try again" }, PATIENCE)).toBeVisible();
});

test("what loads, loads", () => {
  renderWithConnection(<StripeConnectionCard />, { connection: "loading" });
  expect(document.querySelector("[data-rsc='connection-card']")).toHaveAttribute("data-loading");
});

test("an adapter that does something goes through the whole life", async () => {
  const adapter = simulatedAdapter();
  const user = userEvent.setup();
  const { unmount } = renderWithConnection(<StripeConnectionCard />, { adapter });
  await user.click(await screen.findByRole("button", { name: "Connect Stripe account" }, PATIENCE));
  expect(await screen.findByText("In progress", {}, PATIENCE)).toBeVisible();
  await adapter.simulator.run("connected");
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Check status now" }, PATIENCE));
  expect(await screen.findByText("Connected", {}, PATIENCE)).toBeVisible();
  unmount();
  await adapter.close();
});
