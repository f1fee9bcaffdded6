import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConnectionError } from "react-stripe-connection";
import { fixtures } from "react-stripe-connection/testing";
import { expect, spyOn, userEvent, within } from "storybook/test";
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
/** Its owner can open a dashboard at Stripe: in the menu, and beside the account. */
export const ConnectedExpress: Story = { args: { state: fixtures.connectedExpress } };
const pressDashboard =
  (tab: Window | null, says: string): NonNullable<Story["play"]> =>
  async ({ canvasElement }) => {
    const open = spyOn(window, "open").mockReturnValue(tab);
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: /^Open Stripe dashboard/ }));
    await expect(await card.findByRole("alert")).toHaveTextContent(says);
    open.mockRestore();
  };
/** As much of a tab as is reached into before the link has come. */
const emptyTab = { document: { title: "", body: { textContent: "" } }, close() {} } as unknown as Window;
/** Stripe gives no link: the new tab is gone, and the card says why. */
export const DashboardFailed: Story = {
  args: {
    state: fixtures.connectedExpress,
    answers: { fail: { createDashboardLink: new ConnectionError("dashboard_unavailable") } },
    locale: "en",
  },
  play: pressDashboard(emptyTab, "Stripe can't open this dashboard right now."),
};
/** The browser let no tab open: a second press leads there in this one. */
export const DashboardBlocked: Story = {
  args: { state: fixtures.connectedExpress, locale: "en" },
  play: pressDashboard(null, "Your browser blocked the new tab."),
};
export const Disconnecting: Story = { args: { state: fixtures.disconnecting } };
