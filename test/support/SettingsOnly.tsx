import type { ReactNode } from "react";
import {
  type StripeConnectionAdapter,
  StripeConnectionProvider,
  type StripeConnectionSettings,
} from "react-stripe-connection";

const never = () => new Promise<never>(() => {});
const silentAdapter: StripeConnectionAdapter = {
  key: "silent",
  getConnection: never,
  connect: never,
  refresh: never,
  createAccountSession: never,
  createOnboardingLink: never,
  previewDisconnect: never,
  disconnect: never,
};

/** A provider whose back end never answers, for what depends on the settings alone. */
export const SettingsOnly = ({
  children,
  ...settings
}: Partial<StripeConnectionSettings> & { children: ReactNode }) => (
  <StripeConnectionProvider platformName="Acme Cloud" {...settings} adapter={silentAdapter}>
    {children}
  </StripeConnectionProvider>
);
