"use client";
import { forwardRef, type Ref } from "react";
import type { StripeConnectionAdapter } from "../../core/adapter.js";
import { useConnectionSettings } from "../../react/context.js";
import {
  StripeConnectionProvider,
  type StripeConnectionProviderProps,
  type StripeConnectionSettings,
} from "../../react/StripeConnectionProvider.js";
import { BrokenCard } from "./BrokenCard.js";
import { CardBoundary } from "./CardBoundary.js";
import { ConnectionCard, type ConnectionCardProps } from "./ConnectionCard.js";
import { splitProviderProps } from "./providerProps.js";

type RootProps = Omit<ConnectionCardProps, keyof StripeConnectionSettings>;

/** On its own, the card brings its provider along. */
type Standalone = StripeConnectionSettings &
  (
    | {
        /** The base path of the handler, such as "/api/stripe/test". */
        endpoint: string;
        adapter?: never;
      }
    | {
        /** A way of your own to your back end. */
        adapter: StripeConnectionAdapter;
        endpoint?: never;
      }
  );

/** Below a `StripeConnectionProvider`, which has the settings. */
type BelowProvider = { [Key in keyof StripeConnectionSettings]?: never } & { endpoint?: never; adapter?: never };

export type StripeConnectionCardProps = RootProps & (Standalone | BelowProvider);

/** A customer's connection to Stripe: how it stands, what is missing, and what to do. */
export const StripeConnectionCard = forwardRef<HTMLDivElement, StripeConnectionCardProps>(
  function StripeConnectionCard(props, ref) {
    const { settings, rest } = splitProviderProps(props);
    const card = <SafeCard {...rest} cardRef={ref} />;
    if (props.endpoint === undefined && props.adapter === undefined) return card;
    return <StripeConnectionProvider {...(settings as StripeConnectionProviderProps)}>{card}</StripeConnectionProvider>;
  },
);

function SafeCard({ cardRef, ...props }: ConnectionCardProps & { cardRef: Ref<HTMLDivElement> }) {
  const { onEvent } = useConnectionSettings();
  return (
    <CardBoundary
      fallback={(retry) => <BrokenCard {...props} onRetry={retry} />}
      onError={() => onEvent({ type: "failed", operation: "load", code: "internal" })}
    >
      <ConnectionCard {...props} ref={cardRef} />
    </CardBoundary>
  );
}
