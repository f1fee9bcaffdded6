import type { Meta, StoryObj } from "@storybook/react-vite";
import { Flow } from "./Flow.js";
import { playFlow } from "./playFlow.js";

/**
 * From nothing to a working connection, to trouble, to its end: the real card, handler and Stripe package on a simulated
 * Stripe. The toolbar's **Role**, **Latency** and **Trouble** act on it at any moment.
 */
const meta = { title: "Flow", component: Flow } satisfies Meta<typeof Flow>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Your turn. */
export const PlayIt: Story = {};

/** Played through: watch it in the Interactions panel. */
export const Played: Story = {
  // It presses what has an English name.
  globals: { locale: "en" },
  play: ({ canvasElement }) => playFlow(canvasElement),
};
export const PlayedDark: Story = { ...Played, globals: { ...Played.globals, theme: "dark" }, tags: ["!test"] };
