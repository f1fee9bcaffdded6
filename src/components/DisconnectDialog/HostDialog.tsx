"use client";
import { useContext, useRef, useState } from "react";
import { HostComponentsContext } from "../primitives/HostComponents.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { AlertContent } from "./DialogContent.js";
import { alertWords, type DisconnectAlertProps } from "./dialogProps.js";
import { HostAlertScope } from "./HostDialog.styles.js";
import { refuseHeldKeys } from "./useArmedPress.js";

/** The same words and the same care in the host's own dialog. */
export function HostAlert(props: DisconnectAlertProps) {
  const { Dialog } = useContext(HostComponentsContext);
  const { open, onOpenChange, pending, theme, dir, locale, returnFocus } = props;
  const cancel = useRef<HTMLButtonElement>(null);
  // A dialog of the host's may keep what stands in it.
  const [opening, setOpening] = useState({ open, number: 0 });
  if (opening.open !== open) setOpening({ open, number: opening.number + 1 });
  if (!Dialog) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        // What is under way can't be taken back, and must not go on unseen.
        if (!pending) onOpenChange(next);
      }}
      title={alertWords(props).title}
      busy={pending}
      dir={dir}
      initialFocus={cancel}
      returnFocus={() => returnFocus?.() ?? null}
    >
      <ConnectionRoot theme={theme} nonce={undefined}>
        <HostAlertScope
          {...props.root}
          {...scopeAttributes(theme, dir, locale)}
          data-rsc="disconnect-dialog"
          aria-busy={pending || undefined}
          onKeyDown={refuseHeldKeys}
        >
          <AlertContent
            {...props}
            key={open ? opening.number : opening.number - 1}
            cancel={cancel}
            describe={(text) => <div data-part="description">{text}</div>}
          />
        </HostAlertScope>
      </ConnectionRoot>
    </Dialog>
  );
}
