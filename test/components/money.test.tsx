import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderDialog } from "../support/renderDialog.js";

/** What the dialog says of a balance that stands in the way. */
async function blockerOf(amount: number, currency: string): Promise<string> {
  await renderDialog({}, { preview: { blockers: [{ kind: "balance", balance: "available", amount, currency }] } });
  const dialog = await screen.findByRole("alertdialog");
  return (dialog.textContent ?? "").replaceAll("\u00a0", " ");
}

test.each([
  [1_000_000, "isk", "ISK 10,000.00"],
  [1_000_000, "HUF", "HUF 10,000.00"],
  [5_000, "jpy", "¥5,000"],
  [5_000, "JPY", "¥5,000"],
  [1_234_500, "kwd", "KWD 1,234.500"],
  [-1_250, "usd", "-$12.50"],
  [1_250, "usdc", "12.50 USDC"],
])("a balance of %i in %s reads %s", async (amount, currency, text) => {
  expect(await blockerOf(amount, currency)).toContain(text);
});
