import type { HTMLAttributes, RefAttributes, RefObject } from "react";
import type { DisconnectPreview } from "../../core/connection.js";
import type { ConnectionError } from "../../core/errors.js";
import type { Messages, Purpose } from "../../messages/messages.js";
import type { ConnectionTheme } from "../../theme/tokens.js";

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
  /** For the root of our own dialog. */
  root?: HTMLAttributes<HTMLDivElement> & RefAttributes<HTMLDivElement>;
}

/** The words for what is asked: to disconnect, or to start over. */
export function alertWords({ preview, startOver, messages }: DisconnectAlertProps) {
  const words = messages.card.dialog;
  return (preview?.startOver ?? startOver) ? words.startOver : words.disconnect;
}
