"use client";
import { forwardRef, type HTMLAttributes, useId, useRef } from "react";
import { useConnectionSettings } from "../../react/context.js";
import type { StripeConnection } from "../../react/useStripeConnection.js";
import { GROUP_ROLE } from "../primitives/groupRole.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { toneOf } from "../../messages/describe/toneOf.js";
import type { HeadingLevel } from "./CardHead.js";
import { BadgeRoot } from "../StatusBadge/StatusBadge.styles.js";
import { CardRoot } from "./styles/ConnectionCard.styles.js";
import { FocusKeeper } from "../primitives/FocusKeeper.js";
import { ReadyCard } from "./ReadyCard.js";
import { UnreadyCard } from "./UnreadyCard.js";

interface ConnectionCardProps extends HTMLAttributes<HTMLDivElement> {
  state: StripeConnection;
  headingLevel?: HeadingLevel;
}

const STYLES = [CardRoot, BadgeRoot];

/** The card inside a provider: one root element for all its states. */
export const ConnectionCard = forwardRef<HTMLDivElement, ConnectionCardProps>(function ConnectionCard(
  { headingLevel = 2, state, ...rest },
  ref,
) {
  const settings = useConnectionSettings();
  const headingId = useId();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const { connection } = state;
  const heading = { headingLevel, headingId, headingRef };

  return (
    <ConnectionRoot styles={STYLES}>
      <CardRoot
        role={GROUP_ROLE}
        aria-labelledby={headingId}
        {...rest}
        ref={ref}
        {...scopeAttributes(settings)}
        data-rsc="connection-card"
        data-status={connection?.status}
        data-tone={connection && toneOf(connection.status, connection.reason)}
        data-loading={state.state === "loading" || undefined}
        aria-busy={state.state === "loading" || undefined}
      >
        <FocusKeeper headingRef={headingRef}>
          {state.state === "ready" ? (
            // Another tenant's or mode's connection starts with nothing open.
            <ReadyCard key={state.connection.scope} state={state} heading={heading} />
          ) : (
            <UnreadyCard state={state} heading={heading} />
          )}
        </FocusKeeper>
      </CardRoot>
    </ConnectionRoot>
  );
});
