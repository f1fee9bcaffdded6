"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type RefObject, useRef } from "react";
import type { DisconnectPreview } from "../../core/connection.js";
import type { ConnectionError } from "../../core/errors.js";
import type { Messages, Purpose } from "../../messages/messages.js";
import { Button } from "../../primitives/Button.js";
import { Notice } from "../../primitives/Notice.js";
import { Skeleton } from "../../primitives/Skeleton.js";
import { scopeAttributes } from "../../theme/ConnectionRoot.js";
import type { ConnectionTheme } from "../../theme/tokens.js";
import { AlertBackdrop, AlertSurface } from "./DisconnectAlert.styles.js";
import { DisconnectConsequences } from "./DisconnectConsequences.js";
import { useArmedPress } from "./useArmedPress.js";

export interface DisconnectAlertProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Null while it is asked for, and where it could not be had. */
  preview: DisconnectPreview | null;
  /** What it is about until the preview says so. */
  startOver?: boolean;
  pending: boolean;
  error: ConnectionError | null;
  onConfirm: () => void;
  /** Asks for the preview again. */
  onRetry?: (() => void) | undefined;
  /** True where another site frames this page: nothing destructive then. */
  isFramed: boolean;
  container: HTMLElement | RefObject<HTMLElement | null> | null;
  /** Where the focus goes when the dialog is gone. */
  returnFocus?: (() => HTMLElement | null) | undefined;
  messages: Messages;
  purpose: Purpose;
  locale: string;
  dir: "ltr" | "rtl";
  theme: ConnectionTheme;
}

export function DisconnectAlert(props: DisconnectAlertProps) {
  const { open, onOpenChange, pending, container, returnFocus } = props;
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next, details) => {
        // What is under way can't be taken back, and must not go on unseen.
        if (pending) details.cancel();
        else onOpenChange(next);
      }}
    >
      <AlertDialog.Portal container={container}>
        <AlertDialog.Backdrop render={<AlertBackdrop />} />
        <AlertBody {...props} returnFocus={returnFocus} />
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** Mounted with each opening, so that the press is armed anew. */
function AlertBody(props: DisconnectAlertProps) {
  const { preview, pending, error, onConfirm, onRetry, onOpenChange, isFramed, messages, returnFocus } = props;
  const words = messages.card.dialog;
  const kind = (preview?.startOver ?? props.startOver) ? words.startOver : words.disconnect;
  const cancel = useRef<HTMLButtonElement>(null);
  const { isArmed, press, counts, refuseHeldKeys } = useArmedPress();
  const isBlocked = isFramed || preview === null || preview.blockers.length > 0;

  return (
    <AlertDialog.Popup
      initialFocus={cancel}
      finalFocus={returnFocus ? () => returnFocus() ?? true : true}
      onKeyDown={refuseHeldKeys}
      render={
        <AlertSurface
          data-rsc="disconnect-dialog"
          data-loading={preview === null && !error ? true : undefined}
          aria-busy={pending || undefined}
          {...scopeAttributes(props.theme, props.dir, props.locale)}
        />
      }
    >
      <AlertDialog.Title data-part="title">{kind.title}</AlertDialog.Title>
      <AlertDialog.Description data-part="description" render={<div />}>
        {preview ? (
          <DisconnectConsequences preview={preview} purpose={props.purpose} locale={props.locale} words={words} />
        ) : error ? null : (
          <div data-part="loading">
            <span>{words.loading}</span>
            <Skeleton shape="line" />
            <Skeleton shape="short-line" />
          </div>
        )}
      </AlertDialog.Description>
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
            {words.tryAgain}
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
    </AlertDialog.Popup>
  );
}
