"use client";
import { type ErrorInfo, forwardRef, type HTMLAttributes, type ReactNode, type Ref, useContext, useMemo } from "react";
import { type HostComponents, HostComponentsContext } from "../primitives/HostComponents.js";
import { useConnectionSettings } from "../../react/context.js";
import {
  type StripeConnectionProviderProps,
  type StripeConnectionSettings,
  withoutSettings,
} from "../../react/settings.js";
import { StripeConnectionProvider } from "../../react/StripeConnectionProvider.js";
import type { ConnectionSource } from "../../react/useConnectionClient.js";
import { useStripeConnection } from "../../react/useStripeConnection.js";
import { BrokenCard } from "./BrokenCard.js";
import { CardBoundary } from "./CardBoundary.js";
import { CardOptionsContext, type CardSlots } from "./CardOptions.js";
import type { HeadingLevel } from "./CardHead.js";
import { ConnectionCard } from "./ConnectionCard.js";

/** How the card looks, and what of the host's stands in it. */
export interface CardLook {
  /** Level of the card's heading. Default: 2. */
  headingLevel?: HeadingLevel;
  /** `flat` has no border, shadow, background and side padding, for a place that is a card already. Default: `raised`. */
  elevation?: "raised" | "flat";
  /** Default: `comfortable`. */
  density?: "comfortable" | "compact";
  /** In place of the neutral mark, 40 × 40 px. Beside words that say the same: give it no text of its own. */
  logo?: ReactNode;
  /** Where "Contact {platformName}" leads, https or mailto. Default: the words alone. */
  supportUrl?: string;
  /**
   * Leaves out the sentence that a Stripe account's details can be reused in Stripe's form, for platforms where Stripe
   * does not offer that. Default: false.
   * @see https://docs.stripe.com/connect/networked-onboarding
   */
  hideReuseHint?: boolean;
  /** Content of your own in the card's places. */
  slots?: CardSlots;
  /** Parts of your design system in place of ours, in the onboarding and the reasons too. The same object in every render. */
  components?: HostComponents;
  /** What a slot, a component or the card threw while it was drawn. The page goes on. */
  onError?: (error: unknown, info: ErrorInfo) => void;
}

type RootProps = Omit<HTMLAttributes<HTMLDivElement>, "children" | keyof StripeConnectionSettings | keyof CardLook> &
  CardLook;

/** On its own, the card brings its provider along. */
type Standalone = StripeConnectionSettings & ConnectionSource;

/** Below a `StripeConnectionProvider`, which has the settings. */
type BelowProvider = { [Key in keyof (StripeConnectionSettings & ConnectionSource)]?: never };

/** Settings where it stands alone, none below a provider; and how it looks. Besides these, every attribute of a `div`. */
export type StripeConnectionCardProps = RootProps & (Standalone | BelowProvider);

/** A customer's connection to Stripe: how it stands, what is missing, and what to do. */
export const StripeConnectionCard = forwardRef<HTMLDivElement, StripeConnectionCardProps>(
  function StripeConnectionCard(props, ref) {
    const card = <SafeCard cardRef={ref} {...withoutSettings(props)} />;
    if (props.endpoint === undefined && props.adapter === undefined && props.client === undefined) return card;
    return <StripeConnectionProvider {...(props as StripeConnectionProviderProps)}>{card}</StripeConnectionProvider>;
  },
);

const NO_SLOTS: CardSlots = {};

function SafeCard(props: RootProps & { cardRef: Ref<HTMLDivElement> }) {
  const {
    cardRef,
    elevation,
    density,
    logo,
    supportUrl,
    hideReuseHint = false,
    slots = NO_SLOTS,
    components,
    onError,
    ...rest
  } = props;
  const { onEvent } = useConnectionSettings();
  // Read here, so that the client goes on asking while the card below is broken.
  const state = useStripeConnection();
  const above = useContext(HostComponentsContext);
  const options = useMemo(
    () => ({
      slots,
      logo,
      supportUrl,
      hideReuseHint,
      onError: (error: unknown, info: ErrorInfo) => {
        onEvent({ type: "failed", operation: "load", code: "internal" });
        onError?.(error, info);
      },
    }),
    [slots, logo, supportUrl, hideReuseHint, onError, onEvent],
  );
  const root = Object.assign(rest, { "data-elevation": elevation, "data-density": density });
  return (
    <CardOptionsContext.Provider value={options}>
      <HostComponentsContext.Provider value={components ?? above}>
        <CardBoundary
          fallback={(retry) => <BrokenCard {...root} onRetry={retry} />}
          onError={options.onError}
          resetOn={state.connection}
        >
          <ConnectionCard ref={cardRef} {...root} state={state} />
        </CardBoundary>
      </HostComponentsContext.Provider>
    </CardOptionsContext.Provider>
  );
}
