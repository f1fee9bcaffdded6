"use client";
import { type ReactNode, type Ref, useState } from "react";
import type { Connection } from "../../core/connection.js";
import type { Messages } from "../../messages/messages.js";
import { Icon } from "../primitives/Icon.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { Tag } from "../primitives/Tag.js";
import { useConnectionSettings } from "../../react/context.js";
import { useCardOptions } from "./CardOptions.js";
import type { FillSlot } from "./state/useSlots.js";
import { StatusBadge } from "../StatusBadge/StatusBadge.js";

/** Of the card's heading. Default: 2. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

interface CardHeadProps {
  /** Undefined while it loads; null where it could not be had. */
  connection: Connection | null | undefined;
  label: string;
  words: Messages["card"];
  headingLevel: HeadingLevel;
  headingId: string;
  headingRef: Ref<HTMLHeadingElement & HTMLDivElement>;
  menu: ReactNode;
  /** None before there is a connection. */
  slot?: FillSlot;
}

/** Whose account it is, the status, and the three dots. */
export function CardHead({ connection, label, words, headingLevel, headingId, headingRef, menu, slot }: CardHeadProps) {
  const { purpose } = useConnectionSettings();
  const { slots, logo } = useCardOptions();
  const Heading = `h${headingLevel}` as const;
  const isLoading = connection === undefined;
  const named = { id: headingId, ref: headingRef, tabIndex: -1 };
  // The first status is no news.
  const [first] = useState(connection?.status);
  const fill = slot && slots.header;
  const own = (
    <>
      {isLoading ? (
        <Skeleton shape="mark" />
      ) : (
        <span data-part={logo ? "logo" : "mark"}>{logo ?? <Icon name="mark" size={22} />}</span>
      )}
      <div data-part="titles">
        {/* The focus comes here when what it stood on is gone. */}
        <Heading data-part="heading" {...(fill ? {} : named)}>
          {isLoading ? (
            <>
              <Skeleton shape="title" />
              <span data-part="hidden">{words.title}</span>
            </>
          ) : (
            words.title
          )}
        </Heading>
        {isLoading ? (
          <Skeleton shape="subtitle" />
        ) : (
          // With the first name its tags come anew, so that nothing is pushed aside.
          <div data-part="subtitle" key={connection?.account?.displayName ? "named" : "unnamed"}>
            {connection?.account?.displayName ? (
              <bdi data-part="name" title={connection.account.displayName} translate="no">
                {connection.account.displayName}
              </bdi>
            ) : (
              <span data-part="name">{purpose === "payouts" ? words.facts.payouts : words.subtitle}</span>
            )}
            {connection?.mode === "test" ? <Tag>{words.testMode}</Tag> : null}
            {connection?.simulated ? <Tag>{words.simulated}</Tag> : null}
          </div>
        )}
      </div>
      {isLoading ? <Skeleton shape="badge" /> : null}
      {connection ? (
        <StatusBadge
          key={connection.status}
          data-fresh={connection.status === first ? undefined : true}
          status={connection.status}
          reason={connection.reason}
          label={label}
        />
      ) : null}
    </>
  );
  return (
    <div data-part="head">
      <div data-part="head-row">
        {fill ? (
          // Whatever the host puts here names the card, and can take the focus.
          <div data-part="own-head" {...named}>
            {slot(fill, own)}
          </div>
        ) : (
          own
        )}
        {menu}
      </div>
    </div>
  );
}
