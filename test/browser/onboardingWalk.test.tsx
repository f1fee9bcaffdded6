import { StrictMode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { commands, page, userEvent } from "vitest/browser";
import { StripeConnectionCard, type ConnectionEvent } from "react-stripe-connection";
import { createStripeSimulator, type SimulatedAdapter, simulatedAdapter } from "react-stripe-connection/simulator";
import { overlayTraps } from "../support/overlayTraps.js";

// Nothing is played here: the card, the client, the handler, the stripe package, the store and the simulator are the
// real ones, as are Stripe's loader and React components; connect.js is the stand-in, which fills the account.

let adapter: SimulatedAdapter;
afterEach(async () => {
  cleanup();
  await adapter.close();
});

interface StandIn {
  inits: unknown[];
  logouts: number;
  failNext(type: string): void;
}
const standIn = () => (window as unknown as { __connectJsStandIn: StandIn }).__connectJsStandIn;
const theRegion = () => screen.getByRole("region", { name: "Update Stripe information" });

async function openForm(events: ConnectionEvent[] = []) {
  await commands.routeConnectJs("stand-in");
  const simulator = createStripeSimulator({ clock: "manual" });
  adapter = simulatedAdapter({ simulator, scenario: "fresh" });
  render(
    <StrictMode>
      <StripeConnectionCard adapter={adapter} platformName="Acme Cloud" onEvent={(event) => void events.push(event)} />
    </StrictMode>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Update Stripe information" }));
  await screen.findByRole("region", { name: "Update Stripe information" });
  return simulator;
}

/** Fills each step with test data, as a person would press through them. */
async function fillTheForm() {
  for (let step = 0; step < 20; step += 1) {
    const done = page.getByRole("heading", { name: "Review and submit" });
    await expect.poll(() => done.query() ?? page.getByRole("button", { name: "Continue" }).query()).not.toBeNull();
    if (done.query()) break;
    const before = document.querySelector("stripe-connect-account-onboarding")?.shadowRoot?.querySelector("form");
    await page.getByRole("button", { name: "Use test data" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect.poll(() => before?.isConnected).toBe(false);
  }
  await page.getByRole("button", { name: "Submit" }).click();
}

test("from the card through Stripe's form to Connected, with one session and one instance", async () => {
  const events: ConnectionEvent[] = [];
  const simulator = await openForm(events);
  const signIn = page.getByRole("button", { name: "Add information" });
  await expect.element(signIn).toBeVisible();
  expect(standIn().inits).toHaveLength(1);
  expect(overlayTraps(document.querySelector("stripe-connect-account-onboarding")), "in the card too").toEqual([]);
  await signIn.click();
  await fillTheForm();

  await waitFor(() => expect(screen.queryByRole("region", { name: "Update Stripe information" })).toBeNull());
  // What is announced says so too.
  const lead = { selector: '[data-part="lead"] > span' };
  expect(await screen.findByText(/Stripe is checking your details/, lead)).toBeVisible();
  expect(simulator.accounts()[0]).toMatchObject({ details_submitted: true });
  await simulator.clock.advance(simulator.verificationDelay);
  expect(await screen.findByText(/You're ready to publish plans/, lead)).toBeVisible();
  expect(events.filter(({ type }) => type.startsWith("onboarding_")).map(({ type }) => type)).toEqual(
    expect.arrayContaining(["onboarding_opened", "onboarding_step", "onboarding_exited"]),
  );
  expect(standIn().logouts).toBe(1);
});

test("what was left half-way is kept, and the card says what is still missing", async () => {
  const simulator = await openForm();
  await page.getByRole("button", { name: "Add information" }).click();
  await page.getByRole("button", { name: "Use test data" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
  expect(await screen.findByText(/Stripe needs \d+ more details/)).toBeVisible();
  expect(simulator.accounts()[0]).toMatchObject({ details_submitted: false });
});

test("Stripe refuses the first time, and Try again brings the form", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await commands.routeConnectJs("stand-in");
  standIn().failNext("rate_limit_error");
  await openForm();
  expect(await within(theRegion()).findByRole("alert")).toHaveTextContent("Too many attempts in a short time.");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await expect.element(page.getByRole("button", { name: "Add information" })).toBeVisible();
});
