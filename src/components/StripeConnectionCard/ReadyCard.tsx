"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ConnectionState } from "../../core/connectionState.js";
import { useConnectionSettings } from "../../react/context.js";
import { isForeignFrame } from "../../react/isForeignFrame.js";
import { DisconnectDialog } from "../DisconnectDialog/DisconnectDialog.js";
import { useDescription } from "../reader/useDescription.js";
import { StripeOnboarding } from "../StripeOnboarding/StripeOnboarding.js";
import { CardBody } from "./CardBody.js";
import { CardFoot } from "./CardFoot.js";
import { CardHead, type HeadingLevel } from "./CardHead.js";
import { CardMenu } from "./CardMenu.js";
import { menuGroups } from "./menuGroups.js";
import { StatusAnnouncer } from "./StatusAnnouncer.js";
import { useCardActions } from "./useCardActions.js";
import { useOverlays } from "./useOverlays.js";

export interface CardHeading {
  headingLevel: HeadingLevel;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
}

export interface ReadyCardProps {
  state: Extract<ConnectionState, { state: "ready" }>;
  heading: CardHeading;
}

const never = () => () => undefined;

/** The card once there is a connection to show. */
export function ReadyCard({ state, heading }: ReadyCardProps) {
  const { messages, dir, allowFraming, onEvent } = useConnectionSettings();
  const { connection, pending } = state;
  const words = messages.card;
  const description = useDescription(connection);
  const actions = useCardActions(state);
  const { place, disconnect } = actions;
  const overlays = useOverlays(
    useCallback(() => onEvent({ type: "failed", operation: "load", code: "chunk_failed" }), [onEvent]),
  );
  const isFramed = useSyncExternalStore(never, isForeignFrame, () => false) && !allowFraming;
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { headingRef } = heading;

  const returnFocus = useCallback(() => trigger.current ?? headingRef.current, [headingRef]);
  const wasOpen = useRef(false);
  const isOpen = place.opened !== null;
  useLayoutEffect(() => {
    // The form took the button with it that had opened it.
    if (wasOpen.current && !isOpen) (body.current?.querySelector("button") ?? headingRef.current)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, headingRef]);

  const groups = menuGroups({ connection, words: words.menu, acts: actions.acts, isOpen, isFramed });
  const isBusy =
    (connection.status === "connecting" && !state.isOverdue) || pending === "refresh" || pending === "connect";

  return (
    <>
      {isBusy ? <div data-part="bar" aria-hidden="true" /> : null}
      <CardHead
        connection={connection}
        label={description.label}
        words={words}
        {...heading}
        menu={
          groups.length > 0 ? (
            <CardMenu
              groups={groups}
              label={words.menu.label}
              dir={dir}
              container={container}
              triggerRef={trigger}
              overlays={overlays}
              isDone={actions.flash !== null}
            />
          ) : null
        }
      />
      {place.opened ? (
        <div data-part="onboarding">
          <StripeOnboarding
            key={place.opened.number}
            purpose={place.opened.purpose}
            {...(place.opened.keys ? { requirements: place.opened.keys } : {})}
            onExit={place.close}
          />
        </div>
      ) : (
        <>
          <CardBody ref={body} state={state} description={description} actions={actions} overlays={overlays} />
          <CardFoot connection={connection} description={description} actions={actions} />
        </>
      )}
      <StatusAnnouncer
        connection={connection}
        text={words.announcement(description.label, description.sentence)}
        said={actions.flash}
      />
      <div data-part="overlays" ref={setContainer} />
      <DisconnectDialog
        open={disconnect.isOpen}
        onOpenChange={(open) => {
          if (!open) disconnect.close();
        }}
        preview={disconnect.preview}
        pending={disconnect.pending}
        error={disconnect.error}
        onConfirm={disconnect.confirm}
        onRetry={disconnect.retry}
        returnFocus={returnFocus}
      />
    </>
  );
}
