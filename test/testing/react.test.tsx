import { screen, waitForElementToBeRemoved, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConnectionError, StripeConnectionCard, useStripeConnection } from "react-stripe-connection";
import { renderWithConnection } from "react-stripe-connection/testing/react";
import { simulatedAdapter } from "react-stripe-connection/simulator";
import { expect, test, vi } from "vitest";

test("a host's test of its page in ten lines: menu and dialog, opened and closed, by role", async () => {
  const user = userEvent.setup();
  const { adapter } = renderWithConnection(<StripeConnectionCard />, { connection: "connected" });
  const disconnect = vi.spyOn(adapter, "disconnect");

  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(within(await screen.findByRole("menu")).getByRole("menuitem", { name: "Disconnect" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Disconnect Stripe?" });
  await user.click(within(dialog).getByRole("button", { name: "Cancel" }));

  await waitForElementToBeRemoved(dialog);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(disconnect).not.toHaveBeenCalled();
});

test("a menu that nobody wants closes by Escape, and the focus is back on the three dots", async () => {
  const user = userEvent.setup();
  renderWithConnection(<StripeConnectionCard />);
  await user.click(screen.getByRole("button", { name: "More actions" }));
  const menu = await screen.findByRole("menu");
  await user.keyboard("{Escape}");
  await waitForElementToBeRemoved(menu);
  expect(screen.getByRole("button", { name: "More actions" })).toHaveFocus();
});

const Gate = () => {
  const { state, connection } = useStripeConnection();
  return <p>{state === "ready" && connection.ready ? "You may publish" : "Not yet"}</p>;
};

test("a component of the host's own is given a state by the name of a fixture, kept when it is rendered again", () => {
  const { rerender } = renderWithConnection(<Gate />, { connection: "dueSoon" });
  expect(screen.getByText("You may publish")).toBeVisible();
  rerender(<Gate key="again" />);
  expect(screen.getByText("You may publish")).toBeVisible();
});

test("what fails, fails", async () => {
  renderWithConnection(<StripeConnectionCard />, {
    connection: new ConnectionError("network"),
    platformName: "Umbrella",
  });
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
  expect(document.body).toHaveTextContent("Umbrella");
});

test("what loads, loads", () => {
  renderWithConnection(<StripeConnectionCard />, { connection: "loading" });
  expect(document.querySelector("[data-rsc='connection-card']")).toHaveAttribute("data-loading");
});

test("an adapter that does something goes through the whole life", async () => {
  const adapter = simulatedAdapter();
  const user = userEvent.setup();
  const { unmount } = renderWithConnection(<StripeConnectionCard />, { adapter });
  await user.click(await screen.findByRole("button", { name: "Connect Stripe account" }));
  expect(await screen.findByText("In progress")).toBeVisible();
  await adapter.simulator.run("connected");
  expect(await screen.findByText("Connected", {}, { timeout: 10_000 })).toBeVisible();
  unmount();
  await adapter.close();
});
