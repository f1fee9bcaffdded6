import type { Meta, StoryObj } from "@storybook/react-vite";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

const meta = { title: "Card/Connecting", component: FixtureCard } satisfies Meta<typeof FixtureCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Creating: Story = { args: { state: fixtures.creating } };
export const Connecting: Story = { args: { state: fixtures.connecting } };
export const ConnectingOverMinute: Story = { args: { state: fixtures.connectingOverMinute } };
export const ConnectingLong: Story = { args: { state: fixtures.connectingLong } };
export const Syncing: Story = { args: { state: fixtures.syncing } };
