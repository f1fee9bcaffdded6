import type { HTMLAttributes, Ref } from "react";
import type { DisconnectPreview } from "../../core/connection.js";
import type { ConnectionError } from "../../core/errors.js";
import type { Messages } from "../../messages/messages.js";

/** What the dialog shows and does, whether it is ours or the host's. */
export interface DialogProps {
  onOpenChange: (open: boolean) => void;
  /** Null while it is asked for, and where it could not be had. */
  preview: DisconnectPreview | null;
  /** What it is about until the preview says so. */
  startOver: boolean;
  pending: boolean;
  error: ConnectionError | null;
  onConfirm: () => void;
  /** Asks for the preview again. */
  onRetry?: (() => void) | undefined;
  /** Where the focus goes when the dialog is gone. */
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** Of the host, for the root element. */
  root: HTMLAttributes<HTMLElement>;
  rootRef: Ref<HTMLElement>;
}

/** The words for what is asked: to disconnect, or to start over. */
export function dialogWords({ preview, startOver }: Pick<DialogProps, "preview" | "startOver">, messages: Messages) {
  const words = messages.card.dialog;
  return (preview?.startOver ?? startOver) ? words.startOver : words.disconnect;
}
