"use client";
import type { ReactNode, RefObject } from "react";
import { Button } from "../primitives/Button.js";
import { Notice } from "../primitives/Notice.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { DisconnectConsequences } from "./DisconnectConsequences.js";
import { alertWords, type DisconnectAlertProps } from "./dialogProps.js";
import { useArmedPress } from "./useArmedPress.js";

interface AlertContentProps extends DisconnectAlertProps {
  cancel: RefObject<HTMLButtonElement | null>;
  /** Puts the text where the dialog's description is. */
  describe: (text: ReactNode) => ReactNode;
}

/** What a disconnect ends, what stands in its way, and the two buttons. Mounted with each opening: the press is armed anew. */
export function AlertContent({ cancel, describe, ...props }: AlertContentProps) {
  const { preview, pending, error, onConfirm, onRetry, onOpenChange, isFramed, messages } = props;
  const words = messages.card.dialog;
  const kind = alertWords(props);
  const { isArmed, press, counts } = useArmedPress();
  const isBlocked = isFramed || preview === null || preview.blockers.length > 0;
  return (
    <>
      {describe(
        preview ? (
          <DisconnectConsequences preview={preview} purpose={props.purpose} locale={props.locale} words={words} />
        ) : error ? null : (
          <div data-part="loading">
            <span>{words.loading}</span>
            <Skeleton shape="line" />
            <Skeleton shape="short-line" />
          </div>
        ),
      )}
      {isFramed ? <Notice tone="warning">{words.framed}</Notice> : null}
      {error ? (
        <Notice tone="danger" urgent>
          {messages.errors[error.code]} {error.requestId ? messages.card.reference(error.requestId) : null}
        </Notice>
      ) : null}
      <div data-part="actions">
        <Button ref={cancel} blocked={pending} onClick={() => onOpenChange(false)}>
          {words.cancel}
        </Button>
        {preview === null && error && onRetry ? (
          <Button variant="primary" onClick={onRetry}>
            {messages.card.tryAgain}
          </Button>
        ) : (
          <Button
            variant="danger"
            busy={pending}
            blocked={isBlocked}
            // Not yet armed looks like ready: it is over before anybody has read the dialog.
            aria-disabled={isBlocked || pending || !isArmed || undefined}
            {...press}
            onClick={() => {
              if (counts()) onConfirm();
            }}
          >
            {pending ? kind.pending : kind.confirm}
          </Button>
        )}
      </div>
    </>
  );
}
