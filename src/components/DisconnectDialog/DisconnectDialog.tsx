"use client";
import {
  forwardRef,
  type HTMLAttributes,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { DisconnectPreview } from "../../core/connection.js";
import type { ConnectionError } from "../../core/errors.js";
import { Button } from "../primitives/Button.js";
import { HostComponentsContext } from "../primitives/HostComponents.js";
import { Notice } from "../primitives/Notice.js";
import { useConnectionSettings } from "../../react/context.js";
import { isForeignFrame } from "../../react/isForeignFrame.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";
import { overlaysFor } from "../overlays/overlayChunk.js";
import { DialogScope } from "./DisconnectDialog.styles.js";

/** Besides these, every attribute of a `div`. */
export interface DisconnectDialogProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
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
  /** Where the focus goes afterwards. Default: where it came from. */
  returnFocus?: () => HTMLElement | null;
}

const never = () => () => undefined;

/** Says what a disconnect ends and asks once more. Its code is fetched when it first opens. */
export const DisconnectDialog = forwardRef<HTMLDivElement, DisconnectDialogProps>(function DisconnectDialog(
  { open, onOpenChange, preview, startOver = false, pending, error, onConfirm, onRetry, returnFocus, ...root },
  ref,
) {
  const settings = useConnectionSettings();
  const { messages, purpose, locale, dir, theme, nonce, allowFraming } = settings;
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const isFramed = useSyncExternalStore(never, isForeignFrame, () => false) && !allowFraming;
  // It stays for its own closing, which gives the focus back.
  const [wasOpened, setWasOpened] = useState(open);
  if (open && !wasOpened) setWasOpened(true);
  const { part, failures, isRetrying, retry } = useChunk(
    overlaysFor(useContext(HostComponentsContext)),
    wasOpened,
    useChunkFailure(settings),
  );
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!open || !container) return;
    // "Try again" takes the focus and goes away with its press: it is not where the focus came from.
    const focused = (container.getRootNode() as Document | ShadowRoot).activeElement;
    opener.current = container.contains(focused) ? null : focused;
  }, [open, container]);
  const toOpener = useCallback(() => (opener.current instanceof HTMLElement ? opener.current : null), []);
  const words = messages.card.dialog;
  return (
    <ConnectionRoot theme={theme} nonce={nonce}>
      <DialogScope ref={setContainer} data-part="overlays" {...scopeAttributes(theme, dir, locale)}>
        {open && failures > 0 ? (
          <Notice
            tone="danger"
            urgent
            actions={
              <>
                <Button variant="link" busy={isRetrying} onClick={retry}>
                  {messages.card.tryAgain}
                </Button>
                <Button variant="link" onClick={() => onOpenChange(false)}>
                  {words.cancel}
                </Button>
              </>
            }
          >
            {words.failed} {failures > 1 ? messages.card.reload : null}
          </Notice>
        ) : null}
      </DialogScope>
      {part && container ? (
        <part.DisconnectAlert
          open={open}
          onOpenChange={onOpenChange}
          preview={preview}
          startOver={startOver}
          pending={pending}
          error={error}
          onConfirm={onConfirm}
          onRetry={onRetry}
          root={{ ...root, ref }}
          isFramed={isFramed}
          container={container}
          returnFocus={returnFocus ?? toOpener}
          messages={messages}
          purpose={purpose}
          locale={locale}
          dir={dir}
          theme={theme}
        />
      ) : null}
    </ConnectionRoot>
  );
});
