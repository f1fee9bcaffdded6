import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import { LiveCard } from "./support/LiveCard.js";

const meta = { title: "Live", component: LiveCard } satisfies Meta<typeof LiveCard>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Connect, fill in the form, watch it settle, disconnect. */
export const Walk: Story = {
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: "Connect Stripe account" }));
    await expect(
      await card.findByRole("button", { name: "Update Stripe information" }, { timeout: 8_000 }),
    ).toBeVisible();
  },
};

export const Onboarding: Story = {
  args: { scenario: "fresh" },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: "Update Stripe information" }, { timeout: 8_000 }));
    await waitFor(() => expect(canvasElement.querySelector("stripe-connect-account-onboarding")).not.toBeNull(), {
      timeout: 8_000,
    });
  },
};
export const OnboardingDark: Story = { ...Onboarding, globals: { theme: "dark" } };

/** Nothing is due: the same button opens the account to manage. */
export const Managing: Story = {
  args: { scenario: "connected" },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: "Update Stripe information" }, { timeout: 8_000 }));
    await expect(await card.findByRole("region", { name: "Update Stripe information" })).toBeVisible();
  },
};

/** The menu and the dialog on a connection that really ends. */
export const Disconnecting: Story = {
  args: { scenario: "connected" },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement);
    await userEvent.click(await card.findByRole("button", { name: "More actions" }, { timeout: 8_000 }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Disconnect" }));
    const confirm = await screen.findByRole("button", { name: "Disconnect billing connection" });
    await waitFor(() => expect(confirm).not.toHaveAttribute("aria-disabled"));
    await userEvent.click(confirm);
    await expect(await card.findByText("Not connected", {}, { timeout: 8_000 })).toBeVisible();
  },
};
