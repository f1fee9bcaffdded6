import type { Meta, StoryObj } from "@storybook/react-vite";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

const meta = { title: "Card/Action needed", component: FixtureCard } satisfies Meta<typeof FixtureCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ActionNeeded: Story = { args: { state: fixtures.actionNeeded } };
export const ActionNeededReadOnly: Story = { args: { state: fixtures.actionNeededReadOnly } };
export const PaymentsPaused: Story = { args: { state: fixtures.paymentsPaused } };
export const PayoutsPaused: Story = { args: { state: fixtures.payoutsPaused } };
export const BankAccountFailed: Story = { args: { state: fixtures.bankAccountFailed } };
export const IdentityDocumentAgain: Story = { args: { state: fixtures.identityDocumentAgain } };
export const Rejected: Story = { args: { state: fixtures.rejected } };
export const RejectedWithAppeal: Story = { args: { state: fixtures.rejectedWithAppeal } };
export const RejectedByPlatform: Story = { args: { state: fixtures.rejectedByPlatform } };
export const PlatformPaused: Story = { args: { state: fixtures.platformPaused } };
export const CapabilitiesMissing: Story = { args: { state: fixtures.capabilitiesMissing } };
export const OtherReason: Story = { args: { state: fixtures.otherReason } };
export const UnknownReason: Story = { args: { state: fixtures.unknownReason } };
