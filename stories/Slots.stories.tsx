import type { Meta, StoryObj } from "@storybook/react-vite";
import { forwardRef } from "react";
import type { ButtonProps, HostComponents } from "react-stripe-connection";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

/** Content and components of your own in the card, and how much of a card it is. */
const meta = {
  title: "Card/Slots and looks",
  component: FixtureCard,
  args: { state: fixtures.connected },
} satisfies Meta<typeof FixtureCard>;
export default meta;

type Story = StoryObj<typeof meta>;

const own = { border: "1px dashed", borderRadius: 8, padding: "8px 12px" };

/** Each place filled: `children` is what the card has there by itself. */
export const EverySlot: Story = {
  args: {
    state: fixtures.connectedPayoutsOff,
    slots: {
      header: ({ children }) => children,
      notice: ({ children }) => <div style={own}>{children}</div>,
      actions: ({ children, operations }) => (
        <div style={{ display: "flex", gap: 8 }}>
          {children}
          <button type="button" onClick={operations.check}>
            Check now
          </button>
        </div>
      ),
      footer: ({ children }) => (
        <>
          {children}
          <p style={{ margin: 0, padding: "12px 20px" }}>Fees are on your invoice.</p>
        </>
      ),
    },
  },
};

/** For a place that is a card already. */
export const Flat: Story = { args: { elevation: "flat" } };
export const Compact: Story = { args: { state: fixtures.detailsNeeded, density: "compact" } };
export const Logo: Story = {
  args: {
    logo: (
      <img
        alt=""
        src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'%3E%3Ccircle cx='20' cy='20' r='20' fill='%230a7'/%3E%3C/svg%3E"
      />
    ),
  },
};
/** Where the words say "Contact Acme Cloud", there is something to press. */
export const Support: Story = {
  args: { state: fixtures.platformPaused, supportUrl: "mailto:help@acme.example" },
};

const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button({ variant, busy, blocked, ...rest }, ref) {
  return (
    <button
      {...rest}
      ref={ref}
      style={{
        padding: "8px 16px",
        border: "2px solid",
        borderRadius: 0,
        opacity: busy || blocked ? 0.8 : 1,
        fontWeight: variant === "primary" ? 700 : 400,
      }}
    />
  );
});
const components: HostComponents = { Button };

/** A button of your design system. `Menu` and `Dialog` likewise; with them our own are never loaded. */
export const Components: Story = { args: { state: fixtures.detailsNeeded, components } };
