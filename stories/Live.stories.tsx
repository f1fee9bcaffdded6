import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import { LiveCard } from "./support/LiveCard.js";

/**
 * The card on a whole back end in the page: the real handler, the real Stripe package, a simulated Stripe. **Role**,
 * **Latency** and **Trouble** of the toolbar act on it while it runs; each story here has one of them set.
 */
const meta = { title: "Live", component: LiveCard, args: { scenario: "connected" } } satisfies Meta<typeof LiveCard>;
export default meta;
type Story = StoryObj<typeof meta>;

// What is played is found by its English name.
const locale = "en";

/** Everything works: play with the toolbar. */
export const Admin: Story = {};

/** May add what Stripe asks for, and neither connect nor disconnect. */
export const Member: Story = {
  globals: { role: "member", locale },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: "More actions" }));
    await waitFor(() => expect(screen.getByRole("menu")).toBeVisible());
    await expect(screen.queryByRole("menuitem", { name: "Disconnect" })).toBeNull();
  },
};

/** Sees how it stands, and whom to ask. */
export const ReadOnly: Story = {
  args: { scenario: "detailsNeeded" },
  globals: { role: "reader", locale },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await waitFor(() => expect(card.getByText(/Ask an admin/)).toBeVisible());
    await expect(card.queryByRole("button", { name: "Update Stripe information" })).toBeNull();
  },
};

/** The skeleton holds the place, and after three seconds it says that it is still at it. */
export const Late: Story = { globals: { latency: "3000" } };

const fails = (trouble: string, sentence: RegExp): Story => ({
  globals: { trouble, locale },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByText(sentence)).toBeVisible());
  },
});
export const NetworkDown = fails("offline", /offline|couldn't be reached/);
export const SignedOut = fails("401", /You have been signed out/);
export const Forbidden = fails("403", /You aren't allowed to do this/);
export const TooManyRequests = fails("429", /That was too often/);
export const BackEndFails = fails("500", /Something went wrong on the server/);

/** The menu and the dialog on a connection that really ends. */
export const Disconnecting: Story = {
  globals: { locale },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: "More actions" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Disconnect" }));
    const confirm = await screen.findByRole("button", { name: "Disconnect billing connection" });
    await waitFor(() => expect(confirm).not.toHaveAttribute("aria-disabled"));
    await userEvent.click(confirm);
    // A new badge fades in.
    await waitFor(() => expect(card.getByText("Not connected")).toBeVisible());
  },
};
