import type { Meta, StoryObj } from "@storybook/react-vite";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

const meta = { title: "Card/Connected", component: FixtureCard } satisfies Meta<typeof FixtureCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Connected: Story = { args: { state: fixtures.connected } };
export const ConnectedTestMode: Story = { args: { state: fixtures.connectedTestMode } };
export const Simulated: Story = { args: { state: fixtures.simulated } };
export const ReadOnly: Story = { args: { state: fixtures.readOnly } };
export const ConnectedDueSoon: Story = { args: { state: fixtures.connectedDueSoon } };
export const ConnectedDueInDays: Story = { args: { state: fixtures.connectedDueInDays } };
export const ConnectedFutureRequirements: Story = { args: { state: fixtures.connectedFutureRequirements } };
export const ConnectedPayoutsOff: Story = { args: { state: fixtures.connectedPayoutsOff } };
export const ConnectedPaymentsOff: Story = { args: { state: fixtures.connectedPaymentsOff } };
export const PaidOut: Story = { args: { state: fixtures.paidOut, purpose: "payouts" } };
export const Disconnecting: Story = { args: { state: fixtures.disconnecting } };
