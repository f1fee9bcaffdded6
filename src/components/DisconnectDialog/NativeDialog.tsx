"use client";
import { useId, useImperativeHandle, useRef } from "react";
import { useConnectionSettings } from "../../react/context.js";
import { scopeAttributes } from "../primitives/ConnectionRoot.js";
import { useModal } from "../topLayer/useModal.js";
import { DialogContent } from "./DialogContent.js";
import { type DialogProps, dialogWords } from "./dialogProps.js";
import { DialogSurface } from "./NativeDialog.styles.js";
import { refuseHeldKeys } from "./useArmedPress.js";

/** Our own alert dialog, mounted while it is open. */
export function NativeDialog(props: DialogProps) {
  const { preview, pending, error, onOpenChange, returnFocus, root, rootRef } = props;
  const settings = useConnectionSettings();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(rootRef, () => dialog.current);
  const cancel = useRef<HTMLButtonElement>(null);
  const modal = useModal(dialog, {
    initialFocus: cancel,
    returnFocus,
    onClose: () => {
      // What is under way can't be taken back, and must not go on unseen.
      if (!pending) onOpenChange(false);
    },
  });
  return (
    <DialogSurface
      {...root}
      {...modal}
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      aria-busy={pending || undefined}
      data-rsc="disconnect-dialog"
      data-loading={preview === null && !error ? true : undefined}
      {...scopeAttributes(settings)}
      onKeyDown={(event) => {
        root.onKeyDown?.(event);
        refuseHeldKeys(event);
      }}
    >
      <h2 id={`${id}-title`} data-part="title">
        {dialogWords(props, settings.messages).title}
      </h2>
      <DialogContent {...props} cancel={cancel} descriptionId={`${id}-description`} />
    </DialogSurface>
  );
}
