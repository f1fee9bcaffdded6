"use client";
import { type HTMLAttributes, useId } from "react";
import { Button } from "../primitives/Button.js";
import { Notice } from "../primitives/Notice.js";
import { useConnectionSettings } from "../../react/context.js";
import { GROUP_ROLE } from "../primitives/groupRole.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { CardHead, type HeadingLevel } from "./CardHead.js";
import { BadgeRoot } from "../StatusBadge/StatusBadge.styles.js";
import { CardRoot } from "./styles/ConnectionCard.styles.js";

interface BrokenCardProps extends HTMLAttributes<HTMLDivElement> {
  headingLevel?: HeadingLevel;
  /** Draws the card again. */
  onRetry: () => void;
}

/** In place of a card that threw while it was drawn. What the person asked for may have been done: the status tells. */
export function BrokenCard({ headingLevel = 2, onRetry, ...rest }: BrokenCardProps) {
  const settings = useConnectionSettings();
  const words = settings.messages.card;
  const headingId = useId();
  return (
    <ConnectionRoot styles={[CardRoot, BadgeRoot]}>
      <CardRoot
        role={GROUP_ROLE}
        aria-labelledby={headingId}
        {...rest}
        {...scopeAttributes(settings)}
        data-rsc="connection-card"
      >
        <CardHead
          connection={null}
          label=""
          words={words}
          headingLevel={headingLevel}
          headingId={headingId}
          headingRef={null}
          menu={null}
        />
        <div data-part="body">
          <div data-part="stack">
            <Notice tone="danger" title={words.brokenTitle} urgent>
              {words.brokenText}
            </Notice>
            <div data-part="actions">
              <Button
                onClick={() => {
                  onRetry();
                  void settings.client.settle();
                }}
              >
                {words.menu.check}
              </Button>
            </div>
          </div>
        </div>
      </CardRoot>
    </ConnectionRoot>
  );
}
