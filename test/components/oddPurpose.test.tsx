import { screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";
import { renderDialog } from "../support/renderDialog.js";

const ODD = ["__proto__", "constructor", "subscriptions"] as never[];

test.each(ODD)("AT-P12 a card whose purpose is %s is rendered on the server as for plans", (purpose) => {
  const html = (given: object) =>
    renderToString(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.notConnected)}
        initialConnection={fixtures.notConnected}
        platformName="Acme Cloud"
        {...given}
      />,
    );
  expect(html({ purpose })).toBe(html({}));
});

test.each(ODD)("AT-P12 a dialog whose purpose is %s says what stops as for plans", async (purpose) => {
  await renderDialog({
    purpose,
    messages: { card: { dialog: { disconnect: { stops: { plans: ["Your plans stop."] } } } } },
  });
  expect(await screen.findByText("Your plans stop.")).toBeVisible();
});
