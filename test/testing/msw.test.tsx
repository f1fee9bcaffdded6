import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setupServer } from "msw/node";
import { StripeConnectionCard } from "react-stripe-connection";
import { createStripeSimulator } from "react-stripe-connection/simulator";
import { mswHandlers } from "react-stripe-connection/testing/msw";
import { afterAll, beforeAll, expect, test } from "vitest";

// As a host has it in its set-up file.
const simulator = createStripeSimulator({ clock: "real" });
const handlers = mswHandlers(simulator);
const server = setupServer(...handlers);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(async () => {
  server.close();
  await handlers.close();
  await simulator.close();
});

test("a page under jsdom connects, and hears of what happens at Stripe", async () => {
  const { unmount } = render(<StripeConnectionCard endpoint="/api/stripe/test" platformName="Acme Cloud" />);
  await userEvent.click(await screen.findByRole("button", { name: "Connect Stripe account" }));
  expect(await screen.findByText("In progress")).toBeVisible();
  await simulator.run("connected");
  expect(
    await screen.findByText("You're ready to publish plans.", { exact: false }, { timeout: 10_000 }),
  ).toBeVisible();
  unmount();
});
