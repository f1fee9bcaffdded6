import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { AnatomyPage } from "./AnatomyPage.js";

const meta = { title: "Design/Anatomy", component: AnatomyPage } satisfies Meta<typeof AnatomyPage>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Press the name of a part, and it is outlined in the card. */
export const Parts: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole("button", { name: "rows" }));
    await waitFor(() => {
      const rows = canvasElement.querySelector('[data-part="rows"]');
      if (!rows) throw new Error("The card has no rows yet.");
      return expect(getComputedStyle(rows).outlineStyle).toBe("solid");
    });
  },
};
export const PartsDark: Story = { ...Parts, globals: { theme: "dark" }, tags: ["!test"] };
