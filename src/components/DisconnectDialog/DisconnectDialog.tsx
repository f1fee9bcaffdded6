"use client";
import { forwardRef, type HTMLAttributes, useContext } from "react";
import type { DisconnectPreview } from "../../core/connection.js";
import type { ConnectionError } from "../../core/errors.js";
import { ConnectionRoot } from "../primitives/ConnectionRoot.js";
import { HostComponentsContext } from "../primitives/HostComponents.js";
import { HostDialog } from "./HostDialog.js";
import { NativeDialog } from "./NativeDialog.js";
import { DialogSurface } from "./NativeDialog.styles.js";

/** Besides these, every attribute of its root: a `dialog`, or a `div` in a dialog of the host's. */
export interface DisconnectDialogProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /** Whether it is shown. */
  open: boolean;
  /** Cancel and Escape ask for it; while `pending` nothing does. */
  onOpenChange: (open: boolean) => void;
  /** From `previewDisconnect()`; null while it is asked for. */
  preview: DisconnectPreview | null;
  /** Asks "Start over?" before the preview has said so, for an account that never worked. Default: false. */
  startOver?: boolean;
  /** The disconnect is under way: the dialog stays, and takes no second press. */
  pending: boolean;
  /** What the preview or the disconnect failed with. */
  error: ConnectionError | null;
  /** The person has confirmed. Never called while `pending`, nor by a press that began before the dialog could be read. */
  onConfirm: () => void;
  /** Asks for the preview again where it could not be had. */
  onRetry?: () => void;
  /** Where the focus goes afterwards. Default: where it came from; with a dialog of the host's, where that puts it. */
  returnFocus?: () => HTMLElement | null;
}

/** Says what a disconnect ends and asks once more. It stands above the page, whatever it is put into. */
export const DisconnectDialog = forwardRef<HTMLElement, DisconnectDialogProps>(function DisconnectDialog(
  { open, onOpenChange, preview, startOver = false, pending, error, onConfirm, onRetry, returnFocus, ...root },
  ref,
) {
  const { Dialog } = useContext(HostComponentsContext);
  const props = {
    onOpenChange,
    preview,
    startOver,
    pending,
    error,
    onConfirm,
    onRetry,
    returnFocus,
    root,
    rootRef: ref,
  };
  if (Dialog) return <HostDialog component={Dialog} open={open} {...props} />;
  if (!open) return null;
  return (
    <ConnectionRoot styles={[DialogSurface]}>
      <NativeDialog {...props} />
    </ConnectionRoot>
  );
});
