import type { Meta, StoryObj } from "@storybook/react-vite";
import { Wall } from "./support/Wall.js";

const meta = {
  title: "Card/Wall",
  component: Wall,
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof Wall>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Every state at once. */
export const Light: Story = {};
export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
/** The narrowest place that the card is made for. */
export const Narrow: Story = { args: { width: 320 } };
