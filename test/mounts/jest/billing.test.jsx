import "@testing-library/jest-dom";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithConnection } from "react-stripe-connection/testing/react";
import { BillingSettings } from "./BillingSettings.jsx";

test("a page with the card is drawn", () => {
  render(
    <main>
      <h1>Billing</h1>
      <BillingSettings />
    </main>,
  );
  expect(screen.getByRole("heading", { name: "Billing" })).toBeVisible();
});

test("the page is drawn in the state that the test gives it", () => {
  renderWithConnection(<BillingSettings />, { connection: "connected" });
  expect(screen.getByText("Connected")).toBeVisible();
});

test("menu and dialog open and close", async () => {
  const user = userEvent.setup();
  renderWithConnection(<BillingSettings />, { connection: "connected" });
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(screen.getByRole("menuitem", { name: "Disconnect" }));
  expect(await screen.findByRole("alertdialog", { name: "Disconnect Stripe?" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
});
