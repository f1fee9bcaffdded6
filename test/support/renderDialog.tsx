import { render } from "@testing-library/react";
import { DisconnectDialog, StripeConnectionProvider, type StripeConnectionSettings } from "react-stripe-connection";
import { fixtureAdapter, type FixtureAdapterOptions, fixtures } from "react-stripe-connection/testing";

/** The open dialog of a connected account. */
export async function renderDialog(
  provider: Partial<StripeConnectionSettings>,
  { preview }: Pick<FixtureAdapterOptions, "preview"> = {},
): Promise<void> {
  const adapter = fixtureAdapter(fixtures.connected, preview ? { preview } : {});
  const shown = await adapter.previewDisconnect();
  render(
    <StripeConnectionProvider adapter={adapter} platformName="Acme Cloud" {...provider}>
      <DisconnectDialog
        open
        onOpenChange={() => {}}
        preview={shown}
        pending={false}
        error={null}
        onConfirm={() => {}}
      />
    </StripeConnectionProvider>,
  );
}
