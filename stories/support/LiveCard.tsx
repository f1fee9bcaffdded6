import { useEffect, useState } from "react";
import { StripeConnectionCard, type StripeConnectionSettings } from "react-stripe-connection";
import { type ScenarioName, simulatedAdapter } from "react-stripe-connection/simulator";
// Stripe's script plays in this page: the loader finds it here and asks no network.
import "../../src/simulator/connect.js";
import { useStorySettings } from "./StoryScope.js";

export interface LiveCardProps extends Partial<StripeConnectionSettings> {
  /** What the account has been through. Left out: there is no account yet. */
  scenario?: ScenarioName;
  /** Milliseconds that each answer is late. */
  latency?: number;
}

/** The card on a whole back end in the page: the real handler, the real Stripe package, a simulated Stripe. */
export function LiveCard(props: LiveCardProps) {
  return <OneLiveCard key={`${props.scenario} ${props.latency}`} {...props} />;
}

function OneLiveCard({ scenario, latency = 0, ...settings }: LiveCardProps) {
  const [adapter] = useState(() => simulatedAdapter({ latency, ...(scenario ? { scenario } : {}) }));
  const story = useStorySettings();
  useEffect(() => () => void adapter.close(), [adapter]);
  return (
    <div style={{ maxWidth: 640 }}>
      <StripeConnectionCard {...story} {...settings} adapter={adapter} />
    </div>
  );
}
