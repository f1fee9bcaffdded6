"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useRef } from "react";
import { scopeAttributes } from "../primitives/ConnectionRoot.js";
import { AlertContent } from "./DialogContent.js";
import { alertWords, type DisconnectAlertProps } from "./dialogProps.js";
import { AlertBackdrop, AlertSurface } from "./NativeDialog.styles.js";
import { refuseHeldKeys } from "./useArmedPress.js";

/** Asks once more before a disconnect. */
export function DisconnectAlert(props: DisconnectAlertProps) {
  return (
    <AlertDialog.Root
      open={props.open}
      onOpenChange={(next, details) => {
        // What is under way can't be taken back, and must not go on unseen.
        if (props.pending) details.cancel();
        else props.onOpenChange(next);
      }}
    >
      <AlertDialog.Portal container={props.container}>
        <AlertDialog.Backdrop render={<AlertBackdrop />} />
        <AlertBody {...props} />
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** Mounted with each opening, so that the press is armed anew. */
function AlertBody(props: DisconnectAlertProps) {
  const { preview, pending, error, returnFocus } = props;
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Popup
      initialFocus={cancel}
      finalFocus={returnFocus ? () => returnFocus() ?? true : true}
      onKeyDown={refuseHeldKeys}
      render={
        <AlertSurface
          {...props.root}
          data-rsc="disconnect-dialog"
          data-loading={preview === null && !error ? true : undefined}
          aria-busy={pending || undefined}
          {...scopeAttributes(props.theme, props.dir, props.locale)}
        />
      }
    >
      <AlertDialog.Title data-part="title">{alertWords(props).title}</AlertDialog.Title>
      <AlertContent
        {...props}
        cancel={cancel}
        describe={(text) => (
          <AlertDialog.Description data-part="description" render={<div />}>
            {text}
          </AlertDialog.Description>
        )}
      />
    </AlertDialog.Popup>
  );
}
