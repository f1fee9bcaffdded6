import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { BrandPage } from "./BrandPage.js";
import { TokensPage } from "./TokensPage.js";

const meta = { title: "Design/Tokens", component: TokensPage } satisfies Meta<typeof TokensPage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Light: Story = {
  globals: { theme: "light" },
  play: async ({ canvasElement }) => {
    const table = await within(canvasElement).findByRole("table", { name: "Contrast" });
    const row = within(table).getByRole("row", { name: "accent on surface Billing 1,204 5.47 4.5" });
    await expect(row).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: "dark" } };

export const LightHighContrast: Story = { globals: { theme: "light" }, args: { isMore: true } };

export const DarkHighContrast: Story = { globals: { theme: "dark" }, args: { isMore: true } };

/** Choose a colour: buttons, links and the focus ring are made from it, and stay readable. */
export const Brand: Story = { render: () => <BrandPage brand="#00aa77" /> };

/** A colour that no text could be read in on a light page. */
export const PaleBrand: Story = { render: () => <BrandPage brand="#ffd400" /> };
