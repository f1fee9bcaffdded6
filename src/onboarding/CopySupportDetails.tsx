"use client";
import type { Connection } from "../core/connection.js";
import { type SupportContext, supportDetails } from "../client/supportDetails.js";
import { Button } from "../components/primitives/Button.js";
import { useCopy } from "../components/primitives/useCopy.js";
import { useConnectionSettings } from "../react/context.js";

export interface CopySupportDetailsProps extends SupportContext {
  connection: Connection | undefined;
}

/** Puts the support details on the clipboard, or shows them where the browser does not allow that. */
export function CopySupportDetails({ connection, ...context }: CopySupportDetailsProps) {
  const words = useConnectionSettings().messages.onboarding;
  const { isCopied, refused, copy } = useCopy();
  return (
    <>
      <Button onClick={() => copy(supportDetails(connection, context))}>{words.copyDetails}</Button>
      <span data-part="hint" role="status">
        {isCopied ? words.copied : refused ? words.notCopied : null}
      </span>
      {refused ? (
        <pre data-part="details" translate="no">
          {refused}
        </pre>
      ) : null}
    </>
  );
}
