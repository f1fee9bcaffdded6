import { loadConnectAndInitialize } from "@stripe/connect-js/pure.js";
import {
  ConnectBalanceReport,
  ConnectBalances,
  ConnectComponentsProvider,
  ConnectDisputesList,
  ConnectDocuments,
  ConnectInstantPayoutsPromotion,
  ConnectPayments,
  ConnectPayoutReconciliationReport,
  ConnectPayouts,
  ConnectPayoutsList,
  ConnectTaxRegistrations,
  ConnectTaxSettings,
} from "@stripe/react-connect-js";
import { cleanup, render } from "@testing-library/react";
import axe from "axe-core";
import { type ComponentType, StrictMode } from "react";
import type Stripe from "stripe";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { ScenarioName } from "../../src/simulator/index.js";
import { standInAccount } from "../support/standInAccount.js";

type Components = Stripe.AccountSessionCreateParams.Components;
interface Listeners {
  onLoadError?: (what: { error: { type: string }; elementTagName: string }) => void;
  onLoaderStart?: (what: { elementTagName: string }) => void;
  onInstantPayoutsPromotionLoaded?: (what: { promotionShown: boolean }) => void;
  onReportAvailabilityLoaded?: (what: { isReportAvailable: boolean }) => void;
}

const played = standInAccount();

const ALL: Components = {
  payments: { enabled: true },
  payouts: { enabled: true },
  payouts_list: { enabled: true },
  balances: { enabled: true },
  disputes_list: { enabled: true },
  documents: { enabled: true },
  tax_settings: { enabled: true },
  tax_registrations: { enabled: true },
  instant_payouts_promotion: { enabled: true, features: { instant_payouts: true } },
  balance_report: { enabled: true },
  payout_reconciliation_report: { enabled: true },
};

function open(Element: ComponentType<Listeners>, components: Components = ALL, listeners: Listeners = {}) {
  const instance = loadConnectAndInitialize({
    publishableKey: played.simulator.publishableKey,
    fetchClientSecret: async () =>
      (await played.stripe.accountSessions.create({ account: played.account, components })).client_secret,
  });
  render(
    <StrictMode>
      <ConnectComponentsProvider connectInstance={instance}>
        <Element {...listeners} />
      </ConnectComponentsProvider>
    </StrictMode>,
  );
  return instance;
}

async function connected(scenario: ScenarioName = "connected") {
  await played.simulator.run(scenario, played.account);
}
const heading = (name: string) => page.getByRole("heading", { name, exact: true });
const button = (name: string | RegExp) => page.getByRole("button", { name });

test.each([
  ["payments", ConnectPayments, "Payments", /^\$\d+\.\d\d$/],
  ["payouts", ConnectPayouts, "Payouts", /Arrive[sd] .* in the account ending in \d{4}/],
  ["payouts-list", ConnectPayoutsList, "Payouts", /Arrive[sd] .* in the account ending in \d{4}/],
  ["balances", ConnectBalances, "Balance", "Available"],
  ["disputes-list", ConnectDisputesList, "Disputes", "Fraudulent"],
  ["documents", ConnectDocuments, "Documents", /Tax invoice \d{4}-\d\d/],
  ["tax-settings", ConnectTaxSettings, "Tax settings", "United States"],
  ["tax-registrations", ConnectTaxRegistrations, "Tax registrations", /Active since/],
  ["balance-report", ConnectBalanceReport, "Balance report", "Charges"],
  ["payout-reconciliation-report", ConnectPayoutReconciliationReport, "Payout reconciliation", /^\$[\d,]+\.\d\d$/],
] as const)(
  "%s shows the account's data, starts once, and axe finds nothing",
  async (tag, Element, title, something) => {
    await connected();
    const onLoaderStart = vi.fn<NonNullable<Listeners["onLoaderStart"]>>();
    open(Element, ALL, { onLoaderStart });
    await expect.element(heading(title)).toBeVisible();
    await expect.element(page.getByText(something).first()).toBeVisible();
    expect(onLoaderStart).toHaveBeenCalledExactlyOnceWith({ elementTagName: tag });
    const { violations } = await axe.run(`stripe-connect-${tag}`, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

test("an account that never worked has nothing to show", async () => {
  open(ConnectPayouts);
  await expect.element(page.getByText("No payouts yet.")).toBeVisible();
});

test.each([
  ["granted", true],
  ["not granted", false],
])("a control whose feature is %s", async (_, isGranted) => {
  await connected();
  const features = { refund_management: isGranted, dispute_management: false };
  open(ConnectPayments, { payments: { enabled: true, features } });
  await expect.element(heading("Payments")).toBeVisible();
  expect(button(/^Refund: /).elements().length > 0).toBe(isGranted);
  expect(button(/^Respond: /).elements()).toEqual([]);
});

test("a control changes nothing, and says so after the sign-in that Stripe asks for", async () => {
  await connected();
  open(ConnectBalances);
  await button("Change bank account").click();
  await expect.element(heading("Sign in with Stripe")).toBeVisible();
  await button("Sign in").click();
  await button("Change bank account").click();
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("Change bank account: this is a simulation, so nothing was changed.");
});

test("a component that the session does not grant fails to load", async () => {
  await connected();
  const onLoadError = vi.fn<NonNullable<Listeners["onLoadError"]>>();
  open(ConnectPayments, { documents: { enabled: true } }, { onLoadError });
  await expect
    .poll(() => onLoadError.mock.calls[0]?.[0])
    .toMatchObject({
      error: { type: "invalid_request_error" },
      elementTagName: "payments",
    });
});

test("the promotion says whether it is shown, and is empty where it is not", async () => {
  await connected();
  const onInstantPayoutsPromotionLoaded = vi.fn<NonNullable<Listeners["onInstantPayoutsPromotionLoaded"]>>();
  open(ConnectInstantPayoutsPromotion, ALL, { onInstantPayoutsPromotionLoaded });
  await expect.poll(() => onInstantPayoutsPromotionLoaded.mock.calls).toEqual([[{ promotionShown: false }]]);
  expect(document.querySelector("stripe-connect-instant-payouts-promotion")?.shadowRoot?.textContent).toBe("");
  cleanup();
  await played.simulator.setBalance(played.account, { available: 12_345 });
  open(ConnectInstantPayoutsPromotion, ALL, { onInstantPayoutsPromotionLoaded });
  await expect.element(page.getByText("$123.45 can be in your account within minutes.")).toBeVisible();
  expect(onInstantPayoutsPromotionLoaded).toHaveBeenLastCalledWith({ promotionShown: true });
});

test("a report that there is nothing for says that it isn't available", async () => {
  const onReportAvailabilityLoaded = vi.fn<NonNullable<Listeners["onReportAvailabilityLoaded"]>>();
  open(ConnectPayoutReconciliationReport, ALL, { onReportAvailabilityLoaded });
  await expect.poll(() => onReportAvailabilityLoaded.mock.calls).toEqual([[{ isReportAvailable: false }]]);
});

test("the host's colours are taken", async () => {
  await connected();
  const instance = open(ConnectPayments);
  await expect.element(heading("Payments")).toBeVisible();
  instance.update({ appearance: { variables: { colorText: "#118844" } } });
  await expect.poll(() => getComputedStyle(heading("Payments").element()).color).toBe("rgb(17, 136, 68)");
});
