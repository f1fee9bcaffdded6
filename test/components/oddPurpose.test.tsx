import { render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { DisconnectDialog, StripeConnectionCard, StripeConnectionProvider } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";

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
  const adapter = fixtureAdapter(fixtures.connected);
  const preview = await adapter.previewDisconnect();
  render(
    <StripeConnectionProvider
      adapter={adapter}
      platformName="Acme Cloud"
      purpose={purpose}
      messages={{ card: { dialog: { disconnect: { stops: { plans: ["Your plans stop."] } } } } }}
    >
      <DisconnectDialog
        open
        onOpenChange={() => {}}
        preview={preview}
        pending={false}
        error={null}
        onConfirm={() => {}}
      />
    </StripeConnectionProvider>,
  );
  expect(await screen.findByText("Your plans stop.")).toBeVisible();
});
