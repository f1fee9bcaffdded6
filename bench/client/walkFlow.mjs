// What moves in a card from not connected to connected, and through menu and dialog: layout shifts as Chromium counts them.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";

/** Each step with the shifts that it led to. */
export async function walkFlow(browser, address, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const script = await readFile(fileURLToPath(new URL("../../src/simulator/connect.js", import.meta.url)), "utf8");
  await page.route(CONNECT_JS, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  const button = (name) => page.getByRole("button", { name });
  const steps = [];
  let seen = 0;
  const step = async (name, work) => {
    await work();
    // Longer than a press excuses, and than any transition lasts.
    await page.waitForTimeout(900);
    const shifts = await page.evaluate((from) => window.flow.shifts.slice(from), seen);
    seen += shifts.length;
    steps.push({ name, shifts });
  };
  try {
    await step("not connected", async () => {
      await page.goto(address);
      await button("Connect Stripe account").waitFor();
    });
    await step("connecting, in progress", async () => {
      await button("Connect Stripe account").click();
      await button("Update Stripe information").waitFor();
    });
    await step("why", () => button("Why is this still in progress?").click());
    await step("onboarding opens", async () => {
      await button("Update Stripe information").click();
      await page.getByRole("button", { name: "Add information" }).waitFor();
    });
    await step("onboarding closes", async () => {
      await button("Return to Acme Cloud").click();
      await page
        .getByText(/Stripe needs \d+ more details/)
        .first()
        .waitFor();
    });
    await step("in review", async () => {
      await page.evaluate(() => window.flow.submit());
      await page.getByText("Stripe is checking your details", { exact: false }).first().waitFor();
    });
    await step("connected", async () => {
      await page.evaluate(() => window.flow.check());
      await page.getByText("You're ready to publish plans", { exact: false }).first().waitFor();
    });
    await step("menu", async () => {
      await button("More actions").click();
      await page.getByRole("menu").waitFor();
    });
    await step("dialog", async () => {
      await page.getByRole("menuitem", { name: "Disconnect" }).click();
      await page.getByRole("alertdialog").waitFor();
    });
    await step("dialog closes", async () => {
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("alertdialog").waitFor({ state: "detached" });
    });
    return steps;
  } finally {
    await page.close();
  }
}
