"use client";
import { type RefObject, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ConnectionState } from "../../client/connectionState.js";
import { HostComponentsContext } from "../primitives/HostComponents.js";
import type { Description } from "../../messages/describe/description.js";
import { isDisconnecting } from "../../messages/describe/isDisconnecting.js";
import { useConnectionSettings } from "../../react/context.js";
import { isForeignFrame } from "../../react/isForeignFrame.js";
import { useDescription } from "../description/useDescription.js";
import { DisconnectDialog } from "../DisconnectDialog/DisconnectDialog.js";
import { StripeOnboarding } from "../StripeOnboarding/StripeOnboarding.js";
import { useCardOptions } from "./CardOptions.js";
import { CardBody } from "./CardBody.js";
import { CardFoot } from "./CardFoot.js";
import { CardHead, type HeadingLevel } from "./CardHead.js";
import { CardMenu } from "./CardMenu.js";
import { menuGroups } from "./state/menuGroups.js";
import { StatusAnnouncer } from "./StatusAnnouncer.js";
import { useCardActions } from "./state/useCardActions.js";
import type { ShownRows } from "./state/useDoneRows.js";
import { useReturnFocus } from "./state/useOnboardingPlace.js";
import { useOverlays } from "./state/useOverlays.js";
import { useSlots } from "./state/useSlots.js";

export interface CardHeading {
  headingLevel: HeadingLevel;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
}

export interface ReadyCardProps {
  state: Extract<ConnectionState, { state: "ready" }>;
  heading: CardHeading;
}

/** The card once there is a connection to show. */
export function ReadyCard({ state, heading }: ReadyCardProps) {
  const settings = useConnectionSettings();
  const { messages, dir, allowFraming } = settings;
  const { connection, pending } = state;
  const words = messages.card;
  const description = useDescription(connection, pending === "connect");
  const actions = useCardActions(state);
  const { place, disconnect } = actions;
  const overlays = useOverlays(settings, useContext(HostComponentsContext));
  // A thousand cards mount no dialog. Once asked for, it stays for its own closing.
  const [wasAsked, setWasAsked] = useState(false);
  if (disconnect.isOpen && !wasAsked) setWasAsked(true);
  const container = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { headingRef } = heading;
  const returnFocus = useCallback(() => trigger.current ?? headingRef.current, [headingRef]);
  const { opened } = place;
  const isOpen = opened !== null;
  useReturnFocus(opened, { menu: trigger, body, heading: headingRef });
  const { rows } = description;
  const shown: ShownRows = useRef(rows);
  useEffect(() => {
    if (!isOpen) shown.current = rows;
  }, [isOpen, rows]);

  // The menu is in the page only after somebody asked for it there.
  const isFramed = (overlays.isMenuMounted || wasAsked) && !allowFraming && isForeignFrame();
  const groups = menuGroups({ connection, words: words.menu, acts: actions.acts, isOpen, isFramed });
  const { acts, openForm, check, connect } = actions;
  const operations = useMemo(
    () => ({ connect, update: (keys?: string[]) => openForm(keys ?? null), check, disconnect: acts.disconnect }),
    [connect, openForm, check, acts],
  );
  const { slots } = useCardOptions();
  const slot = useSlots({ connection, description, operations });
  const isBusy =
    (connection.status === "connecting" && !state.isOverdue) ||
    isDisconnecting(connection) ||
    pending === "refresh" ||
    pending === "connect";

  return (
    <>
      {isBusy ? <div data-part="bar" aria-hidden="true" /> : null}
      <CardHead
        connection={connection}
        label={description.label}
        words={words}
        {...heading}
        slot={slot}
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
          <CardBody
            ref={body}
            state={state}
            description={description}
            actions={actions}
            overlays={overlays}
            shown={shown}
            slot={slot}
          />
          {slot(slots.footer, <CardFoot connection={connection} description={description} actions={actions} />)}
        </>
      )}
      <StatusAnnouncer
        connection={connection}
        text={words.announcement(description.label, said(description))}
        said={actions.flash}
      />
      {overlays.isMenuMounted ? <div data-part="overlays" ref={container} /> : null}
      {wasAsked ? (
        <DisconnectDialog
          open={disconnect.isOpen}
          onOpenChange={(open) => {
            if (!open) disconnect.close();
          }}
          preview={disconnect.preview}
          startOver={connection.connectedAt === null}
          pending={disconnect.pending}
          error={disconnect.error}
          onConfirm={disconnect.confirm}
          onRetry={disconnect.retry}
          returnFocus={returnFocus}
        />
      ) : null}
    </>
  );
}

/** What a change of status reads: what has stopped or is gone, then the sentence. */
function said({ notices, sentence }: Description): string {
  const grave = notices.find(({ id }) => id === "paused" || id === "removed" || id === "rejected");
  return [grave && (grave.title ?? grave.text), sentence].filter(Boolean).join(" ");
}
