import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ComponentProps } from "react";
import {
  ConnectionError,
  DisconnectDialog,
  type DisconnectPreview,
  StripeConnectionProvider,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, screen, userEvent, waitFor } from "storybook/test";
import { FixtureCard } from "./support/FixtureCard.js";
import { findPart } from "./support/findPart.js";
import { useStorySettings } from "./support/StoryScope.js";

const preview: DisconnectPreview = {
  generation: 1,
  policy: "delete",
  account: fixtures.connected.account ?? {
    id: "acct_1",
    displayName: null,
    country: null,
    defaultCurrency: null,
    createdAt: null,
  },
  startOver: false,
  blockers: [],
  warnings: [],
};

const adapter = fixtureAdapter(fixtures.connected);

function Dialog(props: Partial<ComponentProps<typeof DisconnectDialog>>) {
  return (
    <StripeConnectionProvider {...useStorySettings()} adapter={adapter}>
      <DisconnectDialog
        open
        onOpenChange={() => undefined}
        preview={preview}
        pending={false}
        error={null}
        onConfirm={() => undefined}
        {...props}
      />
    </StripeConnectionProvider>
  );
}

const meta = { title: "Parts/Menu and dialog", component: Dialog } satisfies Meta<typeof Dialog>;
export default meta;
type Story = StoryObj<typeof meta>;

const isOpen: NonNullable<Story["play"]> = async () => {
  await screen.findByRole("alertdialog");
};

export const Disconnect: Story = { play: isOpen };
export const DisconnectDark: Story = { play: isOpen, globals: { theme: "dark" } };
/** Before it ever worked: the same action under another name. */
export const StartOver: Story = { args: { preview: { ...preview, startOver: true } }, play: isOpen };
export const Blocked: Story = {
  args: {
    preview: {
      ...preview,
      blockers: [
        { kind: "balance", balance: "available", amount: 124_550, currency: "usd" },
        { kind: "host", text: "12 customers have an active subscription. Move or end them first." },
      ],
      warnings: [{ kind: "host", text: "Invoices that are open stay open." }],
    },
  },
  play: isOpen,
};
export const Asking: Story = { args: { preview: null }, play: isOpen };
export const Disconnecting: Story = { args: { pending: true }, play: isOpen };
export const Failed: Story = {
  args: { error: new ConnectionError("stripe_unavailable", { requestId: "req_8fJk2LmN0pQr" }) },
  play: isOpen,
};

/** The three dots of a card, open. */
export const Menu: Story = {
  render: () => <FixtureCard state={fixtures.connected} />,
  play: async ({ canvasElement }) => {
    await userEvent.click(await findPart(canvasElement, '[data-part="kebab"]'));
    await waitFor(() => expect(screen.getByRole("menu")).toBeVisible());
  },
};
/** Of an account that has a dashboard at Stripe. */
export const MenuWithDashboard: Story = { ...Menu, render: () => <FixtureCard state={fixtures.connectedExpress} /> };
export const MenuDark: Story = { ...Menu, globals: { theme: "dark" } };
