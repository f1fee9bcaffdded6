"use client";
import { forwardRef, type HTMLAttributes, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { SectionName } from "../../core/permissions.js";
import type { Messages, SectionMessages } from "../../messages/messages.js";
import { warnOnce } from "../../messages/warnOnce.js";
import { useConnectionSettings } from "../../react/context.js";
import { useStripeConnection } from "../../react/useStripeConnection.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { wordsChunk } from "../chunks/wordsChunk.js";
import { Button } from "../primitives/Button.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { FocusKeeper } from "../primitives/FocusKeeper.js";
import { Notice } from "../primitives/Notice.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { type SectionGate, sectionGate } from "./sectionGate.js";
import { SectionRegion } from "./StripeSection.styles.js";

/** Stripe's packages come with it, and not before. */
const contentChunk = createChunk(() => import("../../onboarding/SectionContent.js"), "SectionContent");

/** What is to be seen: the gate, or behind an open one how far Stripe's element is. */
type SectionState = Exclude<SectionGate, "granted"> | "opening" | "open" | "failed";

/** Besides this, every attribute of its region. */
export interface StripeSectionProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /**
   * Which of Stripe's embedded components. The server offers those that the option `sections` of
   * `createConnectionHandler` lists. `notification_banner` takes no room while it has nothing to say.
   * @see https://docs.stripe.com/connect/supported-embedded-components
   */
  name: SectionName;
}

/**
 * A part of Stripe's dashboard in the page: payouts, payments, documents. Where this viewer can't see it now, one
 * sentence says why and what to do. Never put it into a modal dialog: Stripe opens its own.
 */
export const StripeSection = forwardRef<HTMLElement, StripeSectionProps>(function StripeSection(
  { name, ...rest },
  ref,
) {
  const settings = useConnectionSettings();
  const { client, messages, onEvent } = settings;
  const gate = useStripeConnection((state) => sectionGate(state, name));
  const isAsking = useStripeConnection(({ pending }) => pending === "refresh");
  const [phase, setPhase] = useState<SectionState>("opening");
  const [attempt, setAttempt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => root.current);

  const isGranted = gate === "granted";
  const content = useChunk(contentChunk, isGranted);
  const text = useChunk(wordsChunk(messages.sections), gate !== "not_offered");
  // Those of another language come later, or not at all: until then these stay, and what is open stays open.
  const [lastWords, setLastWords] = useState(text.part);
  if (text.part && text.part !== lastWords) setLastWords(text.part);
  const words = text.part ?? lastWords;
  const failed = (words ? [content] : [content, text]).filter(({ failures }) => failures > 0);

  // Both parts fail where the network does: that is one failure.
  const failures = Math.max(0, ...failed.map((chunk) => chunk.failures));
  useEffect(() => {
    if (failures > 0) onEvent({ type: "section_load_failed", section: name, cause: "chunk_failed" });
  }, [failures, name, onEvent]);

  useEffect(() => {
    if (gate !== "not_offered") return;
    warnOnce(
      `<StripeSection name="${name}"> shows nothing, because the server does not offer it. ` +
        `Add "${name}" to \`sections\` of createConnectionHandler.`,
    );
  }, [gate, name]);
  if (gate === "not_offered") return null;

  const isBanner = name === "notification_banner";
  if (isBanner && !isGranted) return null;
  const isReady = content.part !== null && words !== null;
  const state = failed.length > 0 ? "failed" : !isGranted ? gate : isReady ? phase : "opening";
  const isQuiet = isBanner && state !== "open";
  const waiting = isBanner ? null : (
    <div data-part="waiting">
      <p data-part="hint" role="status">
        {words?.loading}
      </p>
      <Skeleton shape="line" />
      <Skeleton shape="text" />
      <Skeleton shape="field" />
    </div>
  );

  return (
    <ConnectionRoot styles={[SectionRegion]}>
      <SectionRegion
        role="region"
        tabIndex={-1}
        aria-label={words?.names[name]}
        {...rest}
        ref={root}
        {...scopeAttributes(settings)}
        data-rsc="section"
        data-section={name}
        data-state={state}
        data-quiet={isQuiet || undefined}
      >
        <FocusKeeper headingRef={root}>{inside()}</FocusKeeper>
      </SectionRegion>
    </ConnectionRoot>
  );

  function askAgain() {
    // Only the account session was refused: another one is asked for.
    if (isGranted) setAttempt(attempt + 1);
    // A failure leaves the sentence as it is, and the host hears of it from the client.
    else void Promise.allSettled([client.refresh()]);
  }

  function inside() {
    if (failed.length > 0) {
      if (isBanner) return null;
      const { title, text: why } = messages.onboarding.failures.chunk_failed;
      return (
        <>
          <Notice tone="danger" title={title} urgent>
            {why}
          </Notice>
          <div data-part="actions">
            <Button
              variant="primary"
              busy={failed.some(({ isRetrying }) => isRetrying)}
              onClick={() => failed.forEach(({ retry }) => retry())}
            >
              {messages.onboarding.tryAgain}
            </Button>
          </div>
        </>
      );
    }
    const sentence = sentenceOf(state, messages, words);
    return (
      <>
        {sentence ? (
          <p data-part="sentence" role="status">
            {sentence}
          </p>
        ) : null}
        {sentence && (isGranted || gate === "unknown" || gate === "signed_out") ? (
          <div data-part="actions">
            <Button busy={isAsking} onClick={askAgain}>
              {messages.onboarding.tryAgain}
            </Button>
          </div>
        ) : null}
        {isGranted && content.part && words ? (
          <content.part.SectionContent
            key={`${name} ${attempt}`}
            name={name}
            root={root}
            waiting={waiting}
            onPhase={setPhase}
          />
        ) : sentence ? null : (
          waiting
        )}
      </>
    );
  }
});

/** Why nothing of Stripe's is to be seen, and what to do. Null where it is, or will be. */
function sentenceOf(state: SectionState, messages: Messages, words: SectionMessages | null): string | null {
  switch (state) {
    case "loading":
    case "opening":
    case "open":
    case "failed":
    case "not_offered":
      return null;
    case "unknown":
      return messages.card.loadFailedTitle;
    case "signed_out":
      return messages.errors.session_expired;
    default:
      return words?.notShown[state] ?? null;
  }
}
