import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, userEvent, waitFor, within } from "storybook/test";
import { Playground } from "./Playground.js";

/** Edit the tokens and the brand, watch the card, the badges and Stripe's form follow, copy the code. */
const meta = { title: "Design/Theming playground", component: Playground } satisfies Meta<typeof Playground>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Edit: Story = {};

/** A brand, rounder corners and a surface of its own. */
export const Edited: Story = {
  args: {
    start: {
      brand: "#00875a",
      colours: { surface: { light: "#fffdf8", dark: "#14211b" }, "surface-2": { light: "#f6f2e9", dark: "#1b2b23" } },
      measures: { radius: "20px", "radius-control": "16px" },
    },
  },
};
export const EditedDark: Story = { ...Edited, globals: { theme: "dark" } };

/** What is changed reaches Stripe's form and the code. */
export const Followed: Story = {
  play: async ({ canvasElement, globals }) => {
    // One that can be read on the ground that it stands on.
    const accent = globals["theme"] === "dark" ? "#ff9ecb" : "#b3005e";
    const page = within(canvasElement);
    await userEvent.click(page.getByRole("button", { name: "Open it" }));
    const form = await waitFor(() => {
      const place = canvasElement.querySelector("stripe-connect-account-onboarding");
      const found = place?.shadowRoot?.querySelector("button");
      if (!found) throw new Error("Stripe's form is not there yet.");
      return found;
    });
    const before = getComputedStyle(form).backgroundColor;
    await fireEvent.change(page.getByLabelText("accent"), { target: { value: accent } });
    await waitFor(() => expect(getComputedStyle(form).backgroundColor).not.toBe(before));
    await waitFor(() => expect(page.getByRole("region", { name: "As a prop" })).toHaveTextContent(accent));
  },
};
