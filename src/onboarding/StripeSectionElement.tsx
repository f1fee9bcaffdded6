"use client";
import type { ReactElement } from "react";
import {
  ConnectBalanceReport,
  ConnectBalances,
  ConnectComponentsProvider,
  ConnectDisputesList,
  ConnectDocuments,
  ConnectInstantPayoutsPromotion,
  ConnectNotificationBanner,
  ConnectPayments,
  ConnectPayoutReconciliationReport,
  ConnectPayouts,
  ConnectPayoutsList,
  ConnectTaxRegistrations,
  ConnectTaxSettings,
} from "@stripe/react-connect-js";
import type { StripeConnectInstance } from "@stripe/connect-js";
import type { SectionName } from "../core/permissions.js";
import type { LoadListeners } from "./session/earlyListeners.js";

/** The wrappers call a setter for each prop that is new: hand in the same functions in every render. */
export interface SectionListeners extends LoadListeners {
  onNotificationsChange: (count: { total: number }) => void;
  onInstantPayoutsPromotionLoaded: () => void;
  onReportAvailabilityLoaded: () => void;
}

/** Each takes the listeners that it knows. */
const ELEMENTS: Record<SectionName, (listeners: SectionListeners) => ReactElement | null> = {
  payments: ConnectPayments,
  payouts: ConnectPayouts,
  payouts_list: ConnectPayoutsList,
  balances: ConnectBalances,
  disputes_list: ConnectDisputesList,
  documents: ConnectDocuments,
  tax_settings: ConnectTaxSettings,
  tax_registrations: ConnectTaxRegistrations,
  instant_payouts_promotion: ConnectInstantPayoutsPromotion,
  balance_report: ConnectBalanceReport,
  payout_reconciliation_report: ConnectPayoutReconciliationReport,
  notification_banner: ConnectNotificationBanner,
};

export interface StripeSectionElementProps {
  name: SectionName;
  instance: StripeConnectInstance;
  listeners: SectionListeners;
}

/** Stripe's own element. Give it a `key` for each instance: a wrapper keeps the element that it made first. */
export function StripeSectionElement({ name, instance, listeners }: StripeSectionElementProps) {
  const Element = ELEMENTS[name];
  return (
    <ConnectComponentsProvider connectInstance={instance}>
      <Element {...listeners} />
    </ConnectComponentsProvider>
  );
}
