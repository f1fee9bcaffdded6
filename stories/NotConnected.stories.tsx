import type { Meta, StoryObj } from "@storybook/react-vite";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

const meta = { title: "Card/Not connected", component: FixtureCard } satisfies Meta<typeof FixtureCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const NotConnected: Story = { args: { state: fixtures.notConnected } };
export const NotConnectedCountries: Story = { args: { state: fixtures.notConnectedCountries } };
export const NotConnectedTestMode: Story = { args: { state: fixtures.notConnectedTestMode } };
export const NotConnectedReadOnly: Story = { args: { state: fixtures.notConnectedReadOnly } };
export const Disconnected: Story = { args: { state: fixtures.disconnected } };
export const RemovedAtStripe: Story = { args: { state: fixtures.removedAtStripe } };
export const WithoutReuseHint: Story = { args: { state: fixtures.notConnected, hideReuseHint: true } };
