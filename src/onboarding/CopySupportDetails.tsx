"use client";
import { useState } from "react";
import type { Connection } from "../core/connection.js";
import { type SupportContext, supportDetails } from "../client/supportDetails.js";
import { Button } from "../components/primitives/Button.js";
import { useConnectionSettings } from "../react/context.js";

export interface CopySupportDetailsProps extends SupportContext {
  connection: Connection | undefined;
}

/** Puts the support details on the clipboard, or shows them where the browser does not allow that. */
export function CopySupportDetails({ connection, ...context }: CopySupportDetailsProps) {
  const words = useConnectionSettings().messages.onboarding;
  const [result, setResult] = useState<"copied" | "refused" | null>(null);
  const details = supportDetails(connection, context);
  const copy = () => {
    // Without https there is no clipboard at all.
    const written = navigator.clipboard ? navigator.clipboard.writeText(details) : Promise.reject(new Error("none"));
    written.then(
      () => setResult("copied"),
      () => setResult("refused"),
    );
  };
  return (
    <>
      <Button onClick={copy}>{words.copyDetails}</Button>
      <span data-part="hint" role="status">
        {result === "copied" ? words.copied : result === "refused" ? words.notCopied : null}
      </span>
      {result === "refused" ? <pre data-part="details">{details}</pre> : null}
    </>
  );
}
