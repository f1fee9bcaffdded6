// @vitest-environment node
import { createStripeSimulator } from "react-stripe-connection/simulator";
import { serveConnection, serveConnectJs } from "react-stripe-connection/testing/playwright";
import { afterEach, expect, test } from "vitest";
import { bundle, type HostPage, openHostPage } from "../support/hostPage.js";

const HOST = `
  import { createRoot } from "react-dom/client";
  import { StripeConnectionCard } from "react-stripe-connection";
  const place = document.body.appendChild(document.createElement("main"));
  createRoot(place).render(<StripeConnectionCard endpoint="/api/stripe/test" platformName="Acme Cloud" timeZone="UTC" />);
`;

let host: HostPage | undefined;
afterEach(() => host?.close());

test("a host's test walks from nothing through Stripe's form to Connected, and no request leaves the machine", async () => {
  host = await openHostPage(await bundle(HOST));
  const { page, url, unanswered } = host;
  const simulator = createStripeSimulator();
  await serveConnectJs(page, simulator);
  const backEnd = await serveConnection(page, simulator);

  await page.goto(url);
  const button = (name: string) => page.getByRole("button", { name });
  await button("Connect Stripe account").click();
  await button("Update Stripe information").click();
  await button("Add information").click();
  const form = page.locator("stripe-connect-account-onboarding");
  const step = async () => (await form.getByRole("heading").allInnerTexts()).join();
  await button("Use test data").waitFor();
  for (let before = await step(); !before.includes("Review and submit"); before = await step()) {
    await button("Use test data").click();
    await button("Continue").click();
    await expect.poll(step, { timeout: 20_000 }).not.toBe(before);
  }
  await button("Submit").click();
  await page.getByText("Stripe is checking your details.").first().waitFor();

  await simulator.clock.advance(simulator.verificationDelay);
  await button("More actions").click();
  await page.getByRole("menuitem", { name: "Check status now" }).click();
  await page.getByText("Connected", { exact: true }).waitFor();
  expect(simulator.accounts()).toMatchObject([{ details_submitted: true, charges_enabled: true }]);
  expect(unanswered).toEqual([]);

  await backEnd.close();
  await simulator.close();
}, 120_000);
