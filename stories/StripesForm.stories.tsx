import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { findPart } from "./support/findPart.js";
import { LiveCard } from "./support/LiveCard.js";

/** Stripe's own form, opened in the card. Here a stand-in plays it, which takes the card's look as Stripe's form does. */
const meta = { title: "Parts/Stripe's form", component: LiveCard } satisfies Meta<typeof LiveCard>;
export default meta;
type Story = StoryObj<typeof meta>;

const ACTION = '[data-part="actions"] button';

export const Onboarding: Story = {
  args: { scenario: "fresh" },
  play: async ({ canvasElement }) => {
    await userEvent.click(await findPart(canvasElement, ACTION));
    const form = () => canvasElement.querySelector("stripe-connect-account-onboarding");
    await waitFor(() => expect(form()).not.toBeNull());
  },
};
export const OnboardingDark: Story = { ...Onboarding, globals: { theme: "dark" } };

/** Nothing is due: the same button opens the account to manage. */
export const Managing: Story = {
  args: { scenario: "connected" },
  play: async ({ canvasElement }) => {
    await userEvent.click(await findPart(canvasElement, ACTION));
    await waitFor(() => expect(within(canvasElement).getByRole("region")).toBeVisible());
  },
};
