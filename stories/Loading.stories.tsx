import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConnectionError } from "react-stripe-connection";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

const meta = { title: "Card/Loading and failing", component: FixtureCard } satisfies Meta<typeof FixtureCard>;
export default meta;
type Story = StoryObj<typeof meta>;

/** After three seconds it says that it is still at it. */
export const Loading: Story = { args: { state: "loading" } };
export const Failed: Story = {
  args: { state: new ConnectionError("stripe_unavailable", { requestId: "req_8fJk2LmN0pQr" }) },
};
export const SignedOut: Story = { args: { state: new ConnectionError("session_expired") } };
export const Forbidden: Story = { args: { state: new ConnectionError("forbidden") } };
/** The server rendered it; since then nothing could be refreshed. */
export const Stale: Story = {
  args: {
    state: new ConnectionError("stripe_unavailable", { requestId: "req_8fJk2LmN0pQr" }),
    initialConnection: fixtures.connected,
  },
};
