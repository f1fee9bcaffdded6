import { render } from "@testing-library/react";
import { ConnectionError, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";
import { page } from "vitest/browser";

const dialog = page.getByRole("alertdialog");
const confirm = page.getByRole("button", { name: "Disconnect billing connection" });

test.each([
  ["disconnect_blocked", /Solve what is listed first/],
  ["stripe_unavailable", /Stripe can't be reached right now/],
] as const)(
  "A18 a disconnect that fails with %s leaves the dialog open, says why, and changes nothing",
  async (code, why) => {
    const adapter = fixtureAdapter(fixtures.connected, { fail: { disconnect: new ConnectionError(code) } });
    const asked: number[] = [];
    const counting: typeof adapter = {
      ...adapter,
      disconnect: (input, call) => {
        asked.push(input.generation);
        return adapter.disconnect(input, call);
      },
    };
    render(<StripeConnectionCard adapter={counting} platformName="Acme Cloud" timeZone="UTC" />);
    const card = () => document.querySelector('[data-rsc="connection-card"]');
    await page.getByRole("button", { name: "More actions" }).click();
    const before = card()?.getAttribute("data-status");
    await page.getByRole("menuitem", { name: "Disconnect" }).click();
    await expect.element(confirm).not.toHaveAttribute("aria-disabled");
    await confirm.click();
    await expect.element(dialog.getByRole("alert")).toHaveTextContent(why);
    expect(asked).toHaveLength(1);
    expect([before, card()?.getAttribute("data-status")]).toEqual(["connected", "connected"]);
    // And it can be left, as if nothing had been.
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByText("Connected", { exact: true })).toBeVisible();
  },
);
