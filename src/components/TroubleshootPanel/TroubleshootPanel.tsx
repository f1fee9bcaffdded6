"use client";
import { forwardRef, type HTMLAttributes } from "react";
import type { Connection } from "../../core/connection.js";
import type { DescribedRequirement } from "../../messages/describe/description.js";
import type { Messages, RequirementMessages } from "../../messages/messages.js";
import { Button } from "../primitives/Button.js";
import { Icon } from "../primitives/Icon.js";
import { Notice } from "../primitives/Notice.js";
import { useConnectionSettings } from "../../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { wordsChunk } from "../chunks/wordsChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";
import { useDescription } from "../description/useDescription.js";
import { PanelRoot } from "./TroubleshootPanel.styles.js";
import { useBrowserFindings } from "./useBrowserFindings.js";

/** Besides these, every attribute of a `div`. */
export interface TroubleshootPanelProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  /** What is asked about, from `useStripeConnection()`. */
  connection: Connection;
  /** Opens Stripe's form for just these requirement keys. */
  onFix: (keys: string[]) => void;
  /** Reads the account from Stripe again. */
  onCheck: () => void;
}

/** Why it is still in progress: each reason with what, why, how, for whom, by when, and a way to fix just that. */
export const TroubleshootPanel = forwardRef<HTMLDivElement, TroubleshootPanelProps>(function TroubleshootPanel(
  { connection, onFix, onCheck, ...rest },
  ref,
) {
  const settings = useConnectionSettings();
  const { messages } = settings;
  const { rows, checking, sentence, notices } = useDescription(connection);
  const { part: explainer } = useChunk(wordsChunk(messages.requirements), rows.length > 0, useChunkFailure(settings));
  const findings = useBrowserFindings(connection);
  const words = messages.card.troubleshoot;
  const mayFix = connection.can.update === true;
  const isEmpty = rows.length === 0 && checking.length === 0;
  // Somebody else has to move, and missing details are not what holds it up.
  const isOutOfHands = isEmpty && connection.status === "error" && connection.waitingOn !== "you";
  const knowsNothing = isEmpty && !isOutOfHands && connection.status !== "connected";

  return (
    <ConnectionRoot styles={[PanelRoot]}>
      <PanelRoot
        {...rest}
        ref={ref}
        {...scopeAttributes(settings)}
        data-rsc="troubleshoot-panel"
        data-status={connection.status}
      >
        {isOutOfHands ? <p data-part="sentence">{[sentence, ...notices.map(({ text }) => text)].join(" ")}</p> : null}
        {knowsNothing ? (
          <ul data-part="reasons">
            {words.general.map(({ title, text }, index) => (
              <li key={index} data-part="reason">
                <b>{title}</b>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        ) : null}
        {rows.length > 0 ? (
          <ul data-part="reasons" aria-label={words.label}>
            {rows.map((row) => (
              <Reason key={row.id} row={row} words={messages.card} explainer={explainer}>
                {mayFix ? (
                  <Button variant="link" aria-label={words.fixThis(row.title)} onClick={() => onFix(row.keys)}>
                    {words.fix}
                  </Button>
                ) : null}
              </Reason>
            ))}
          </ul>
        ) : null}
        {checking.length > 0 ? (
          <div data-part="checking">
            <p data-part="quiet">{words.checking}</p>
            <ul data-part="reasons">
              {checking.map((row) => (
                <Reason key={row.id} row={row} words={messages.card} />
              ))}
            </ul>
          </div>
        ) : null}
        {findings.length > 0 ? (
          <Notice tone="warning" title={words.browser}>
            {findings.join(" ")}
          </Notice>
        ) : null}
        <p data-part="quiet">
          <span>{words.alreadySent}</span>{" "}
          <Button variant="link" onClick={onCheck}>
            {words.check}
          </Button>
        </p>
      </PanelRoot>
    </ConnectionRoot>
  );
});

interface ReasonProps {
  row: DescribedRequirement;
  words: Messages["card"];
  explainer?: RequirementMessages | null;
  children?: React.ReactNode;
}

/** What Stripe itself said stands in a disclosure: it is English, and as long as it likes. */
function Reason({ row, words, explainer, children }: ReasonProps) {
  const parts = explainer ? partsOf(row, explainer) : [];
  return (
    <li data-part="reason" data-state={row.state}>
      <b>
        <bdi>{row.title}</bdi>
      </b>{" "}
      {row.person ? <bdi>{words.troubleshoot.forPerson(row.person)}</bdi> : null}
      {row.due ? (
        <time dateTime={row.due.iso} data-tone={row.due.tone}>
          {row.due.hint ? `${row.due.text} · ${row.due.hint}` : row.due.text}
        </time>
      ) : null}
      {parts.length > 1 ? (
        <ul data-part="parts">
          {parts.map(({ title, text }) => (
            <li key={title}>
              <b>{title}</b> <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : row.state === "pending" ? null : (
        // What is being checked was sent: nobody is asked for it again.
        <p>
          <bdi>{row.text}</bdi>
        </p>
      )}
      {row.detail ? (
        <details data-part="stripe-says">
          <summary>
            <Icon name="chevron" size={16} />
            <span>{words.checklist.detail}</span>
          </summary>
          <q lang="en">
            <bdi>{row.detail}</bdi>
          </q>
        </details>
      ) : null}
      {children}
    </li>
  );
}

/** The checklist names several in one line; here each says what to do. What was wrong stands as it is. */
function partsOf({ keys, text }: DescribedRequirement, explainer: RequirementMessages) {
  const [first, ...more] = keys;
  if (first === undefined || explainer.explainTogether([first, ...more], null).text !== text) return [];
  const told = keys.map((key) => explainer.explain(key, null));
  return told.filter(({ title }, index) => told.findIndex((other) => other.title === title) === index);
}
