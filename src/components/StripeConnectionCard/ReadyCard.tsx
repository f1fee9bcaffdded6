"use client";
import { type RefObject, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import type { ConnectionState } from "../../client/connectionState.js";
import { HostComponentsContext } from "../primitives/HostComponents.js";
import type { Description } from "../../messages/describe/description.js";
import { isDisconnecting } from "../../messages/describe/isDisconnecting.js";
import { useConnectionSettings } from "../../react/context.js";
import { useFramed } from "../../react/useFramed.js";
import { ActionsMenu } from "../ActionsMenu/ActionsMenu.js";
import { useDescription } from "../description/useDescription.js";
import { DisconnectDialog } from "../DisconnectDialog/DisconnectDialog.js";
import { StripeOnboarding } from "../StripeOnboarding/StripeOnboarding.js";
import { useCardOptions } from "./CardOptions.js";
import { CardBody } from "./CardBody.js";
import { CardFoot } from "./CardFoot.js";
import { CardHead, type HeadingLevel } from "./CardHead.js";
import { menuGroups } from "./state/menuGroups.js";
import { StatusAnnouncer } from "./StatusAnnouncer.js";
import { useCardActions } from "./state/useCardActions.js";
import type { ShownRows } from "./state/useDoneRows.js";
import { useReturnFocus } from "./state/useOnboardingPlace.js";
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
  const { messages, dir } = settings;
  const { connection, pending } = state;
  const words = messages.card;
  const description = useDescription(connection, pending === "connect");
  const actions = useCardActions(state);
  const { place, disconnect } = actions;
  const { Menu = ActionsMenu } = useContext(HostComponentsContext);
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

  const isFramed = useFramed();
  const groups = menuGroups({ connection, words, acts: actions.acts, isOpen, isFramed });
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
            <Menu
              groups={groups}
              label={words.menu.label}
              dir={dir}
              triggerRef={trigger}
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
          <CardBody ref={body} state={state} description={description} actions={actions} shown={shown} slot={slot} />
          {slot(slots.footer, <CardFoot state={state} description={description} actions={actions} />)}
        </>
      )}
      <StatusAnnouncer
        connection={connection}
        text={words.announcement(description.label, said(description))}
        said={actions.flash}
      />
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
    </>
  );
}

/** What a change of status reads: what has stopped or is gone, then the sentence. */
function said({ notices, sentence }: Description): string {
  const grave = notices.find(({ id }) => id === "paused" || id === "removed" || id === "rejected");
  return [grave && (grave.title ?? grave.text), sentence].filter(Boolean).join(" ");
}
