import { StripeSection } from "react-stripe-connection";
import { styled } from "styled-components";
import { SettingsSection } from "./SettingsSection.js";

/** What takes the place of Stripe's dashboard, which these accounts don't have: payouts. */
export function PayoutsPage() {
  return (
    <SettingsSection id="payouts-title" title="Payouts" text="What Stripe holds for you, and what it has paid out.">
      <StripeSection name="notification_banner" />
      <Panel>
        <StripeSection name="balances" />
      </Panel>
      <Panel>
        <StripeSection name="payouts_list" />
      </Panel>
    </SettingsSection>
  );
}

/** Its documents. */
export function DocumentsPage() {
  return (
    <SettingsSection id="documents-title" title="Documents" text="Invoices and tax forms that Stripe has made for you.">
      <Panel>
        <StripeSection name="documents" />
      </Panel>
    </SettingsSection>
  );
}

const Panel = styled.div.withConfig({ componentId: "demo-panel" })`
  min-inline-size: 0;
  padding: 16px 20px;
  border: 1px solid var(--border);
  border-radius: 12px;
  background: var(--surface);
  box-shadow: var(--shadow);
`;
