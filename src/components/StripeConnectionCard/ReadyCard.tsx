"use client";
import { type RefObject, useContext, useEffect, useRef } from "react";
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
import type { ReadyState } from "./state/CardController.js";
import { hasMenu, menuGroups } from "./state/menuGroups.js";
import { StatusAnnouncer } from "./StatusAnnouncer.js";
import { useCardController } from "./state/useCardController.js";
import type { ShownRows } from "./state/useDoneRows.js";
import { useReturnFocus } from "./state/useReturnFocus.js";
import { useSlots } from "./state/useSlots.js";

export interface CardHeading {
  headingLevel: HeadingLevel;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
}

export interface ReadyCardProps {
  state: ReadyState;
  heading: CardHeading;
}

/** The card once there is a connection to show. */
export function ReadyCard({ state, heading }: ReadyCardProps) {
  const { client, messages, dir } = useConnectionSettings();
  const { connection, pending } = state;
  const words = messages.card;
  const description = useDescription(connection, pending === "connect");
  const { rows } = description;
  const { card, now } = useCardController(state);
  const { form, disconnect } = now;
  const isOpen = form !== null;
  const menu = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { headingRef } = heading;
  useReturnFocus(form, { menu, body, heading: headingRef });
  const shown: ShownRows = useRef(rows);
  useEffect(() => {
    if (!isOpen) shown.current = rows;
  }, [isOpen, rows]);

  const { Menu, Dialog } = useContext(HostComponentsContext);
  const isFramed = useFramed();
  const onDashboard = connection.can.dashboard === true && client.openDashboard ? () => card.openDashboard() : null;
  const groupsOf = () => menuGroups({ connection, words, card, onDashboard, isOpen, isFramed });
  const trigger = { label: words.menu.label, dir, triggerRef: menu, isDone: now.flash !== null };
  const { slots } = useCardOptions();
  const slot = useSlots({ connection, description, card });
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
          !hasMenu(connection) ? null : Menu ? (
            <Menu groups={groupsOf()} {...trigger} />
          ) : (
            <ActionsMenu groupsOf={groupsOf} {...trigger} />
          )
        }
      />
      {form ? (
        <div data-part="onboarding">
          <StripeOnboarding
            key={form.number}
            purpose={form.purpose}
            {...(form.keys ? { requirements: form.keys } : {})}
            onExit={() => card.closeForm()}
          />
        </div>
      ) : (
        <CardBody
          ref={body}
          state={state}
          description={description}
          card={card}
          now={now}
          onDashboard={onDashboard}
          shown={shown}
          slot={slot}
        />
      )}
      {form
        ? null
        : slot(
            slots.footer,
            <CardFoot state={state} description={description} card={card} onDashboard={onDashboard} />,
          )}
      <StatusAnnouncer
        connection={connection}
        text={words.announcement(description.label, said(description))}
        said={now.flash}
      />
      {/* A dialog of the host's is there while it is closed too, and may show how it closes. */}
      {disconnect.isOpen || Dialog ? (
        <DisconnectDialog
          open={disconnect.isOpen}
          onOpenChange={(open) => {
            if (!open) card.disconnect.close();
          }}
          preview={disconnect.preview}
          startOver={connection.connectedAt === null}
          pending={disconnect.pending}
          error={disconnect.error}
          onConfirm={() => card.disconnect.confirm()}
          onRetry={() => card.disconnect.open()}
          returnFocus={() => menu.current ?? headingRef.current}
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
