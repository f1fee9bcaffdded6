import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setupServer } from "msw/node";
import { StripeConnectionCard } from "react-stripe-connection";
import { createStripeSimulator } from "react-stripe-connection/simulator";
import { mswHandlers } from "react-stripe-connection/testing/msw";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

/** The menu is loaded when it is wanted, by a machine that may be busy. */
const PATIENCE = { timeout: 15_000 };
vi.setConfig({ testTimeout: 60_000 });

// As a host has it in its set-up file.
const simulator = createStripeSimulator();
const handlers = mswHandlers(simulator);
const server = setupServer(...handlers);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(async () => {
  server.close();
  await handlers.close();
  await simulator.close();
});

test("a page under jsdom connects, and hears of what happens at Stripe", async () => {
  const user = userEvent.setup();
  const { unmount } = render(<StripeConnectionCard endpoint="/api/stripe/test" platformName="Acme Cloud" />);
  await user.click(await screen.findByRole("button", { name: "Connect Stripe account" }, PATIENCE));
  expect(await screen.findByText("In progress", {}, PATIENCE)).toBeVisible();
  await simulator.run("connected");
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Check status now" }, PATIENCE));
  expect(await screen.findByText("Connected", {}, PATIENCE)).toBeVisible();
  unmount();
});
