import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ConnectionStatus, StatusBadge } from "react-stripe-connection";

const meta = { title: "Parts/Status badge", component: StatusBadge, args: { status: "connected" } } satisfies Meta<
  typeof StatusBadge
>;
export default meta;
type Story = StoryObj<typeof meta>;

const ALL: ConnectionStatus[] = ["not_connected", "connecting", "in_progress", "connected", "error"];

export const One: Story = {};
export const All: Story = {
  render: () => (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 12 }}>
      {ALL.map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
    </div>
  ),
};
export const AllDark: Story = { ...All, globals: { theme: "dark" } };
/** Of a newer server: nothing to be alarmed about, nothing to be sure of. */
export const UnknownReason: Story = { args: { status: "error", reason: "unknown" } };
export const OwnLabel: Story = { args: { status: "connected", label: "Verbunden" } };
