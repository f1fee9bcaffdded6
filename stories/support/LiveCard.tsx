import { useEffect, useState } from "react";
import { StripeConnectionCard, type StripeConnectionSettings } from "react-stripe-connection";
import { type ScenarioName, type SimulatedAdapter, simulatedAdapter } from "react-stripe-connection/simulator";
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
export function LiveCard({ scenario, latency = 0, ...settings }: LiveCardProps) {
  const [adapter, setAdapter] = useState<SimulatedAdapter | null>(null);
  const story = useStorySettings();
  useEffect(() => {
    const made = simulatedAdapter({ latency, ...(scenario ? { scenario } : {}) });
    setAdapter(made);
    return () => void made.close();
  }, [scenario, latency]);
  if (!adapter) return null;
  return (
    <div style={{ maxWidth: 640 }}>
      <StripeConnectionCard key={adapter.key} {...story} {...settings} adapter={adapter} />
    </div>
  );
}
