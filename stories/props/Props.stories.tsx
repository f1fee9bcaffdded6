import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { PropsPage } from "./PropsPage.js";
import { PUBLIC_COMPONENTS } from "./publicProps.js";

/** The sentences are those of the sources. A prop without one fails this story, and test/architecture/props.test.ts. */
// Vitest leaves out the sentences, which Storybook itself puts beside the components: `npm run check:storybook` has them.
const meta = { title: "Build/Props", component: PropsPage, tags: ["!test"] } satisfies Meta<typeof PropsPage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const EveryProp: Story = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement);
    for (const { name, names } of PUBLIC_COMPONENTS) {
      const table = page.getByRole("table", { name });
      const said = within(table)
        .getAllByRole("row")
        .slice(1)
        .map((row) => [row.querySelector("code")?.textContent ?? "", row.lastElementChild?.textContent ?? ""] as const);
      const told = said.filter(([, sentence]) => /\w.*\.$/s.test(sentence)).map(([prop]) => prop);
      // Those without a sentence, and those that the table has and the type has not.
      await expect({ [name]: names.filter((prop) => !told.includes(prop)) }).toEqual({ [name]: [] });
      await expect({ [name]: told.filter((prop) => !names.includes(prop)) }).toEqual({ [name]: [] });
    }
  },
};
export const EveryPropDark: Story = { ...EveryProp, globals: { theme: "dark" } };
