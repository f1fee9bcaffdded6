import { render, screen, within } from "@testing-library/react";
import {
  type Connection,
  DisconnectDialog,
  StripeConnectionCard,
  StripeConnectionProvider,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { describe, expect, test } from "vitest";
import { english, translations } from "../../stories/words/languages.js";

const paidOut: Connection = { ...fixtures.connected, payments: "not_requested" };
const nameless = (connection: Connection): Connection => ({
  ...connection,
  account: connection.account && { ...connection.account, displayName: null },
});

/** What the dialog lists, and its last button. */
async function dialogOf(connection: Connection, provider: Partial<Parameters<typeof StripeConnectionProvider>[0]>) {
  const preview = await fixtureAdapter(connection).previewDisconnect();
  render(
    <StripeConnectionProvider
      {...(provider as { purpose: "payouts" })}
      adapter={fixtureAdapter(connection)}
      initialConnection={connection}
      platformName="Acme Cloud"
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
  const dialog = await screen.findByRole("alertdialog");
  const [list] = within(dialog).getAllByRole("list");
  return {
    ends: within(list ?? dialog)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
    buttons: within(dialog)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  };
}

describe.each([english, ...translations])("ST-1 in $messages.code, where people are only paid out", ({ messages }) => {
  const { facts, menu, dialog } = messages.card;

  test("the card is about payouts", () => {
    render(
      <StripeConnectionCard
        purpose="payouts"
        locale={messages.code}
        locales={[messages]}
        adapter={fixtureAdapter("loading")}
        initialConnection={nameless(paidOut)}
        platformName="Acme Cloud"
      />,
    );
    expect(document.querySelector('[data-part="subtitle"]')).toHaveTextContent(new RegExp(`^${facts.payouts}`));
  });

  test("the dialog speaks of no billing", async () => {
    const { ends, buttons } = await dialogOf(paidOut, {
      purpose: "payouts",
      locale: messages.code,
      locales: [messages],
    });
    expect(ends).toEqual([...dialog.disconnect.stops.payouts, dialog.disconnect.again]);
    expect(buttons).toEqual([dialog.cancel, menu.disconnect]);
  });
});

test("ST-1 the dialog says that payments end, too, where they were requested", async () => {
  const { ends } = await dialogOf(fixtures.connected, { purpose: "payouts" });
  expect(ends).toEqual([
    "Stripe no longer pays out to your bank account.",
    "No new payments are taken.",
    "To connect again, you set up a new Stripe account.",
  ]);
});

test.each([
  ["plans", "Your plans stop being available to customers."],
  ["billing", "Your customers are no longer billed."],
] as const)("a dialog whose purpose is %s says what stops, and the button what goes", async (purpose, first) => {
  const { ends, buttons } = await dialogOf(fixtures.connected, { purpose });
  expect(ends.slice(0, 2)).toEqual([first, "No new payments are taken."]);
  expect(buttons).toEqual(["Cancel", "Disconnect billing connection"]);
});
