"use client";
import type { RefObject } from "react";
import { useConnectionSettings } from "../../react/context.js";
import { useFramed } from "../../react/useFramed.js";
import { Button } from "../primitives/Button.js";
import { FocusKeeper } from "../primitives/FocusKeeper.js";
import { Notice } from "../primitives/Notice.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { DisconnectConsequences } from "./DisconnectConsequences.js";
import { type DialogProps, dialogWords } from "./dialogProps.js";
import { useArmedPress } from "./useArmedPress.js";

interface DialogContentProps extends DialogProps {
  cancel: RefObject<HTMLButtonElement | null>;
  /** Of the text that says what ends. */
  descriptionId?: string;
}

/** What a disconnect ends, what stands in its way, and the two buttons. */
export function DialogContent({ cancel, descriptionId, ...props }: DialogContentProps) {
  const { preview, pending, error, onConfirm, onRetry, onOpenChange } = props;
  const { messages, purpose, locale } = useConnectionSettings();
  const words = messages.card.dialog;
  const kind = dialogWords(props, messages);
  const confirm = purpose === "payouts" && kind === words.disconnect ? messages.card.menu.disconnect : kind.confirm;
  // Nothing destructive where another site frames this page.
  const isFramed = useFramed();
  const { isArmed, press, counts } = useArmedPress(preview !== null);
  const isBlocked = isFramed || preview === null || preview.blockers.length > 0;
  return (
    <FocusKeeper headingRef={cancel}>
      <div data-part="description" id={descriptionId}>
        {preview ? (
          <DisconnectConsequences preview={preview} purpose={purpose} locale={locale} words={words} />
        ) : error ? null : (
          <div data-part="loading">
            <span>{words.loading}</span>
            <Skeleton shape="line" />
            <Skeleton shape="short-line" />
          </div>
        )}
      </div>
      {isFramed ? <Notice tone="warning">{words.framed}</Notice> : null}
      {error ? (
        <Notice tone="danger" urgent>
          <span>{messages.errors[error.code]}</span>{" "}
          {error.requestId ? <bdi translate="no">{messages.card.reference(error.requestId)}</bdi> : null}
        </Notice>
      ) : null}
      <div data-part="actions">
        <Button ref={cancel} blocked={pending} onClick={() => onOpenChange(false)}>
          {words.cancel}
        </Button>
        {preview === null && error && onRetry ? (
          // A button of its own: the focus must not stand on "Disconnect" after "Try again".
          <Button key="retry" variant="primary" onClick={onRetry}>
            {messages.card.tryAgain}
          </Button>
        ) : (
          <Button
            key="confirm"
            variant="danger"
            busy={pending}
            blocked={isBlocked}
            // Not yet armed looks like ready: it is over before the dialog can be read.
            aria-disabled={isBlocked || pending || !isArmed || undefined}
            {...press}
            onClick={() => {
              if (counts()) onConfirm();
            }}
          >
            {pending ? kind.pending : confirm}
          </Button>
        )}
      </div>
    </FocusKeeper>
  );
}
