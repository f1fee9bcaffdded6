import { useState } from "react";
import { ConnectionError, StripeConnectionCard, type StripeConnectionCardProps } from "../../src/index.js";
import { fixtureAdapter, fixtures, type FixtureState } from "../../src/testing/index.js";

/** One thing that a card can show. */
export interface ShownState {
  name: string;
  /** What the back end answers. */
  state: FixtureState;
  /** What was known before it answered. */
  known?: StripeConnectionCardProps["initialConnection"];
}

const REFERENCE = { requestId: "req_8fJk2LmN0pQr", retryable: false };

/** Every state that a card can be in: each fixture, and what comes of having none or an old one. */
export const shownStates: readonly ShownState[] = [
  ...Object.entries(fixtures).map(([name, state]) => ({ name, state, known: state })),
  { name: "loading", state: "loading" },
  { name: "failed", state: new ConnectionError("network", { retryable: false }) },
  { name: "failedAtStripe", state: new ConnectionError("stripe_unavailable", REFERENCE) },
  { name: "signedOut", state: new ConnectionError("session_expired") },
  { name: "stale", state: new ConnectionError("network", REFERENCE), known: fixtures.connected },
];

type Settings = Partial<Omit<StripeConnectionCardProps, "adapter" | "endpoint">>;

/** A card that stands still in one state. */
export function ShownCard({ shown: { state, known }, ...settings }: { shown: ShownState } & Settings) {
  const [adapter] = useState(() => fixtureAdapter(state));
  return (
    <StripeConnectionCard
      platformName="Acme Cloud"
      timeZone="UTC"
      allowFraming
      {...(settings as object)}
      {...(known ? { initialConnection: known } : {})}
      adapter={adapter}
    />
  );
}
