"use client";
import { type ComponentType, type Ref, useRef, useState } from "react";
import { useConnectionSettings } from "../../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import type { HostDialogProps } from "../primitives/HostComponents.js";
import { DialogContent } from "./DialogContent.js";
import { type DialogProps, dialogWords } from "./dialogProps.js";
import { HostDialogScope } from "./HostDialog.styles.js";
import { refuseHeldKeys } from "./useArmedPress.js";

interface HostDialogContentProps extends DialogProps {
  component: ComponentType<HostDialogProps>;
  open: boolean;
}

/** The same words and the same care in the host's own dialog. */
export function HostDialog({ component: Dialog, open, ...props }: HostDialogContentProps) {
  const { onOpenChange, pending, returnFocus, root, rootRef } = props;
  const settings = useConnectionSettings();
  const cancel = useRef<HTMLButtonElement>(null);
  // A dialog of the host's may keep what stands in it.
  const [opening, setOpening] = useState({ open, number: 0 });
  if (opening.open !== open) setOpening({ open, number: opening.number + 1 });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        // What is under way can't be taken back, and must not go on unseen.
        if (!pending) onOpenChange(next);
      }}
      title={dialogWords(props, settings.messages).title}
      busy={pending}
      dir={settings.dir}
      initialFocus={cancel}
      returnFocus={() => returnFocus?.() ?? null}
    >
      <ConnectionRoot styles={[HostDialogScope]}>
        <HostDialogScope
          {...root}
          ref={rootRef as Ref<HTMLDivElement>}
          {...scopeAttributes(settings)}
          data-rsc="disconnect-dialog"
          aria-busy={pending || undefined}
          onKeyDown={(event) => {
            root.onKeyDown?.(event);
            refuseHeldKeys(event);
          }}
        >
          <DialogContent {...props} key={open ? opening.number : opening.number - 1} cancel={cancel} />
        </HostDialogScope>
      </ConnectionRoot>
    </Dialog>
  );
}
