import { useMemo } from "react";
import { type CardLook, StripeConnectionCard, type StripeConnectionSettings } from "react-stripe-connection";
import { fixtureAdapter, type FixtureAdapterOptions, type FixtureState } from "react-stripe-connection/testing";
import { useStorySettings, useStoryWidth } from "./StoryScope.js";

export interface FixtureCardProps extends Partial<StripeConnectionSettings>, CardLook {
  /** What the back end says. */
  state: FixtureState;
  answers?: FixtureAdapterOptions;
  /** Width of the place that the card stands in, CSS; the toolbar goes before it. */
  width?: number | string;
}

/** The card in one state. */
export function FixtureCard({ state, answers, width = 640, ...settings }: FixtureCardProps) {
  const adapter = useMemo(() => fixtureAdapter(state, answers), [state, answers]);
  const story = useStorySettings();
  return (
    <div style={{ maxWidth: useStoryWidth(width) }}>
      <StripeConnectionCard key={adapter.key} {...story} {...settings} adapter={adapter} />
    </div>
  );
}
