"use client";
import { useCallback, useRef, useState } from "react";
import type { DisconnectPreview } from "../../../core/connection.js";
import type { ConnectionOperations } from "../../../client/connectionState.js";
import { type ConnectionError, toConnectionError } from "../../../core/errors.js";

interface DisconnectFlow {
  isOpen: boolean;
  preview: DisconnectPreview | null;
  pending: boolean;
  error: ConnectionError | null;
}

const CLOSED: DisconnectFlow = { isOpen: false, preview: null, pending: false, error: null };

/** From the menu's Disconnect to the end of it: preview, confirm, done; a failure stays in the dialog. */
export function useDisconnect(operations: Pick<ConnectionOperations, "previewDisconnect" | "disconnect">) {
  const [flow, setFlow] = useState<DisconnectFlow>(CLOSED);
  // Each opening has a number: an answer to one that was closed is nobody's any more.
  const opening = useRef(0);
  const preview = useCallback(
    (error: ConnectionError | null) => {
      const current = opening.current;
      setFlow({ ...CLOSED, isOpen: true, error });
      operations.previewDisconnect().then(
        (found) => {
          if (opening.current === current) setFlow((flow) => ({ ...flow, preview: found }));
        },
        (thrown: unknown) => {
          if (opening.current === current) setFlow((flow) => ({ ...flow, error: toConnectionError(thrown) }));
        },
      );
    },
    [operations],
  );

  const close = useCallback(() => {
    opening.current += 1;
    // What it says stays while it goes: an emptier dialog would jump on its way out.
    setFlow((flow) => ({ ...flow, isOpen: false }));
  }, []);

  const open = useCallback(() => {
    opening.current += 1;
    preview(null);
  }, [preview]);

  const confirm = useCallback(() => {
    if (!flow.preview || flow.pending) return;
    const current = opening.current;
    setFlow({ ...flow, pending: true, error: null });
    operations.disconnect({ generation: flow.preview.generation }).then(
      () => {
        if (opening.current === current) close();
      },
      (thrown: unknown) => {
        if (opening.current !== current) return;
        const error = toConnectionError(thrown);
        // Another account, or another balance, than the dialog shows: ask again before anybody confirms.
        if (error.code === "conflict" || error.code === "disconnect_blocked") preview(error);
        else setFlow((now) => ({ ...now, pending: false, error }));
      },
    );
  }, [flow, operations, close, preview]);

  return { ...flow, open, close, confirm, retry: open };
}
