"use client";
import { forwardRef, Fragment } from "react";
import { Button } from "../primitives/Button.js";
import { Notice } from "../primitives/Notice.js";
import { useConnectionSettings } from "../../react/context.js";
import type { Told } from "../description/descriptionStore.js";
import { clockTime } from "../description/pastTime.js";
import { useCardOptions } from "./CardOptions.js";
import { Checklist } from "./Checklist.js";
import { ConnectForm } from "./ConnectForm.js";
import { ErrorText } from "./ErrorText.js";
import { RetryButton } from "./RetryButton.js";
import { StaleNotice } from "./StaleNotice.js";
import { SupportLink } from "./SupportLink.js";
import type { CardController, ReadyState } from "./state/CardController.js";
import type { CardState } from "./state/cardState.js";
import type { ShownRows } from "./state/useDoneRows.js";
import type { FillSlot } from "./state/useSlots.js";

interface CardBodyProps {
  state: ReadyState;
  description: Told;
  card: CardController;
  now: CardState;
  /** Null where there is no dashboard to open. */
  onDashboard: (() => void) | null;
  shown: ShownRows;
  slot: FillSlot;
}

/** How it stands, what stands in the way, and what to press. */
export const CardBody = forwardRef<HTMLDivElement, CardBodyProps>(function CardBody(
  { state, description, card, now, onDashboard, shown, slot },
  ref,
) {
  const { messages, locale } = useConnectionSettings();
  const { slots, hideReuseHint } = useCardOptions();
  const words = messages.card;
  const { connection, pending } = state;
  const { failed, isTabBlocked, refusedCopy } = now;
  const { primary } = description;
  const mayUpdate = connection.can.update === true;

  const readOnly = description.notices.find(({ id }) => id === "read_only");
  const isWaiting = connection.status === "in_progress" && connection.action === "wait";
  const small = [
    description.detail,
    primary?.action === "connect" && !hideReuseHint && words.connect.reuse,
    description.startedBy,
    isWaiting &&
      description.checked &&
      (description.checked === words.facts.justNow ? words.checked : words.checkedAt(undotted(description.checked))),
    readOnly?.text,
  ].filter(Boolean);
  const lead = (
    <p data-part="lead">
      <span>{description.sentence}</span>
      {small.length > 0 ? <small>{small.join(" ")}</small> : null}
    </p>
  );
  const banners = description.notices.filter((notice) => notice !== readOnly);
  const fill = slots.notice;
  const notices = banners.map((notice) => (
    <Fragment key={notice.id}>
      {slot(
        fill && ((given) => fill({ notice, ...given })),
        <Notice tone={notice.tone} title={notice.title}>
          <bdi>{notice.text}</bdi>
          {notice.hint === undefined ? null : <small>{notice.hint}</small>}
        </Notice>,
      )}
    </Fragment>
  ));

  // One trouble is told once.
  const isToldAlready = state.isStale && (failed?.operation === "refresh" || failed?.error.code === state.error?.code);

  // What has stopped comes before what to do about it.
  const stoppedFirst =
    connection.status === "error" && connection.action === "open_onboarding" && connection.reason !== "rejected";

  const act =
    primary?.action === "connect" ? (
      <ConnectForm
        words={words}
        label={primary.label}
        locale={locale}
        countries={connection.countries}
        isConnecting={pending === "connect"}
        onConnect={(country) => card.connect(country)}
      />
    ) : primary ? (
      <div data-part="actions">
        {primary.action === "check" ? (
          <RetryButton variant={primary.emphasis} state={state} label={primary.label} onPress={() => card.check()} />
        ) : (
          <Button variant={primary.emphasis} busy={pending === "open_hosted"} onClick={() => card.openForm(null)}>
            {primary.label}
          </Button>
        )}
      </div>
    ) : connection.action.startsWith("contact") ? (
      <SupportLink action={connection.action} />
    ) : null;

  return (
    <div data-part="body" ref={ref}>
      <div data-part="stack">
        {stoppedFirst ? notices : lead}
        {stoppedFirst ? lead : notices}
        {description.rows.length > 0 && connection.reason !== "future_requirements" ? (
          <Checklist
            rows={description.rows}
            shown={shown}
            words={words}
            notices={description.notices}
            onOpen={mayUpdate ? card.openForm : null}
          />
        ) : null}
        {state.isStale || state.isOffline ? (
          <StaleNotice
            state={state}
            time={undotted(clockTime(state.receivedAt, description.clock, locale))}
            checked={undotted(clockTime(connection.checkedAt, description.clock, locale))}
            onRetry={() => card.check()}
          />
        ) : null}
        {failed && !isToldAlready ? (
          <Notice tone="danger" urgent>
            <ErrorText error={failed.error} />
          </Notice>
        ) : null}
        {onDashboard && isTabBlocked ? (
          <Notice
            tone="info"
            urgent
            actions={
              <Button variant="link" busy={pending === "open_dashboard"} onClick={() => card.openDashboardHere()}>
                {words.menu.dashboard}
              </Button>
            }
          >
            {words.tabBlocked}
          </Notice>
        ) : null}
        {refusedCopy === null ? null : (
          <Notice
            tone="info"
            urgent
            actions={
              <Button variant="link" onClick={() => card.dismissCopy()}>
                {words.dismiss}
              </Button>
            }
          >
            <span>{words.copyFailed}</span>
            <code data-part="copy-text" translate="no">
              {refusedCopy}
            </code>
          </Notice>
        )}
        {slot(slots.actions, act)}
      </div>
    </div>
  );
});

/** A time for the end of a sentence: many a language ends "1 Min." or "2:02 p.m." with a full stop of its own. */
const undotted = (time: string | null) => (time ?? "").replace(/\.$/, "");
