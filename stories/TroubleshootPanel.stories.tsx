import type { Meta, StoryObj } from "@storybook/react-vite";
import { type Connection, StripeConnectionProvider, TroubleshootPanel } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { FixtureCard } from "./support/FixtureCard.js";
import { findPart } from "./support/findPart.js";
import { useStorySettings } from "./support/StoryScope.js";

const adapter = fixtureAdapter(fixtures.detailsNeeded);

function Panel({
  connection,
  onFix,
  onCheck,
}: {
  connection: Connection;
  onFix: (keys: string[]) => void;
  onCheck: () => void;
}) {
  return (
    <StripeConnectionProvider {...useStorySettings()} adapter={adapter}>
      <TroubleshootPanel connection={connection} onFix={onFix} onCheck={onCheck} />
    </StripeConnectionProvider>
  );
}

const meta = {
  title: "Parts/Troubleshooting",
  component: Panel,
  args: { connection: fixtures.detailsNeeded, onFix: fn(), onCheck: fn() },
} satisfies Meta<typeof Panel>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Reasons: Story = {};
export const ReasonsDark: Story = { globals: { theme: "dark" } };
export const BeingChecked: Story = { args: { connection: fixtures.inReview } };
/** Nothing is known yet: the two general reasons. */
export const NothingKnown: Story = { args: { connection: fixtures.connecting } };
export const InTheCard: Story = {
  render: () => <FixtureCard state={fixtures.identityDocument} />,
  play: async ({ canvasElement }) => {
    const question = await findPart(canvasElement, '[data-part="disclosure"]');
    await userEvent.click(question);
    await waitFor(() => expect(question).toHaveAttribute("aria-expanded", "true"));
    await findPart(canvasElement, '[data-part="reason"] button');
  },
};
