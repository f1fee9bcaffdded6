import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo } from "react";
import {
  ConnectionError,
  type Permission,
  type SectionName,
  StripeConnectionProvider,
  StripeSection,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures, type FixtureState } from "react-stripe-connection/testing";
import { expect, waitFor, within } from "storybook/test";
import { LiveConnection } from "./support/LiveConnection.js";
import { useStorySettings, useStoryWidth } from "./support/StoryScope.js";

interface SectionProps {
  name: SectionName;
  /** What the account has been through. */
  scenario?: "connected" | "dueSoon";
  /** In place of an account that works: what the connection says of the section. */
  permission?: Permission | "not_offered" | "loading" | "slow" | "failed";
}

/** A place of a host's: a section brings none along. */
const PANEL = {
  padding: "16px 20px",
  borderRadius: 12,
  background: "light-dark(rgb(255, 255, 255), rgb(22, 24, 29))",
  boxSizing: "border-box",
} as const;

/** A part of Stripe's dashboard in the page. Here a stand-in draws it with made-up data. */
function Section({ permission, ...live }: SectionProps) {
  return (
    <div style={{ ...(live.name === "notification_banner" ? {} : PANEL), maxWidth: useStoryWidth(640) }}>
      {permission === undefined ? <Shown {...live} /> : <NotShown name={live.name} permission={permission} />}
    </div>
  );
}

function Shown({ name, scenario = "connected" }: SectionProps) {
  return (
    <LiveConnection scenario={scenario}>
      <StripeSection name={name} />
    </LiveConnection>
  );
}

function NotShown({ name, permission }: { name: SectionName; permission: NonNullable<SectionProps["permission"]> }) {
  const adapter = useMemo(() => {
    const state: FixtureState =
      permission === "loading"
        ? "loading"
        : { ...fixtures.connected, sections: permission === "not_offered" ? {} : { [name]: granted(permission) } };
    const made = fixtureAdapter(state);
    if (permission === "slow") return { ...made, createAccountSession: () => new Promise<never>(() => {}) };
    if (permission === "failed") return { ...made, createAccountSession: () => Promise.reject(REFUSAL) };
    return made;
  }, [name, permission]);
  return (
    <StripeConnectionProvider {...useStorySettings()} adapter={adapter}>
      <StripeSection name={name} />
    </StripeConnectionProvider>
  );
}

const REFUSAL = new ConnectionError("stripe_unavailable", { requestId: "req_8fJk2LmN0pQr" });

/** The last two are of the way to Stripe's element. */
const granted = (permission: Permission | "slow" | "failed"): Permission =>
  permission === "slow" || permission === "failed" ? true : permission;

const meta = { title: "Parts/Stripe's sections", component: Section, args: { name: "payouts" } } satisfies Meta<
  typeof Section
>;
export default meta;
type Story = StoryObj<typeof meta>;

const shown = (name: SectionName, more: Partial<SectionProps> = {}): Story => ({
  args: { name, ...more },
  play: async ({ canvasElement }) => {
    const region = () => canvasElement.querySelector('[data-rsc="section"]');
    await waitFor(() => expect(region()).toHaveAttribute("data-state", "open"), { timeout: 10_000 });
  },
});
export const Payments = shown("payments");
export const Payouts = shown("payouts");
export const PayoutsDark: Story = { ...Payouts, globals: { theme: "dark" } };
export const PayoutsList = shown("payouts_list");
export const Balances = shown("balances");
export const DisputesList = shown("disputes_list");
export const Documents = shown("documents");
export const TaxSettings = shown("tax_settings");
export const TaxRegistrations = shown("tax_registrations");
/** Draws nothing while there is no balance that could be paid out at once. */
export const InstantPayoutsPromotion = shown("instant_payouts_promotion");
export const BalanceReport = shown("balance_report");
export const PayoutReconciliationReport = shown("payout_reconciliation_report");
/** Takes no room while it has nothing to say. */
export const NotificationBanner = shown("notification_banner", { scenario: "dueSoon" });

const sentence = (permission: NonNullable<SectionProps["permission"]>, text: RegExp): Story => ({
  args: { permission },
  globals: { locale: "en" },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByText(text)).toBeVisible(), { timeout: 10_000 });
  },
});
export const Loading: Story = { args: { permission: "loading" } };
export const Opening = sentence("slow", /Loading from Stripe/);
export const Failed = sentence("failed", /We couldn't open Stripe/);
export const NotConnected = sentence("not_connected", /This appears here once Stripe is connected/);
export const WithoutRight = sentence("role", /Ask an admin/);
export const Busy = sentence("busy", /Stripe is still setting this account up, or it is being disconnected/);
export const Rejected = sentence("terminal", /isn't available for an account that was rejected/);
export const Unsupported = sentence("unsupported", /Stripe doesn't offer this/);
/** The server does not list it in `sections`: nothing, and a warning in the console. */
export const NotOffered: Story = { args: { permission: "not_offered" } };
