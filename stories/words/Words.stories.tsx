import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { WordsPage } from "./WordsPage.js";

const meta = { title: "Design/Words", component: WordsPage } satisfies Meta<typeof WordsPage>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The language is that of the toolbar until another one is chosen. */
export const ByLanguage: Story = {
  globals: { locale: "de" },
  play: async ({ canvasElement }) => {
    const badge = await within(canvasElement).findByRole("table", { name: "Badge" });
    await expect(within(badge).getByText("In Bearbeitung").lang).toBe("de");
    await expect(within(badge).getByText("In progress")).toBeVisible();
  },
};
