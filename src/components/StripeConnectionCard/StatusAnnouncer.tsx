"use client";
import { useState } from "react";
import type { Connection } from "../../core/connection.js";

interface StatusAnnouncerProps {
  connection: Connection;
  /** What a change reads. */
  text: string;
  /** What came of the person's own action. */
  said: string | null;
}

/**
 * Says once, politely, that the status changed, or who has to act now; the first status, what is still
 * missing, and refreshes without a change are nothing to say.
 */
export function StatusAnnouncer({ connection, text, said: own }: StatusAnnouncerProps) {
  const { status, action } = connection;
  const [known, setKnown] = useState({ status, action, text, said: "" });
  const isNewText = known.text !== text;
  if (isNewText || known.status !== status || known.action !== action) {
    const hasMoved = known.status !== status || (isNewText && known.action !== action);
    setKnown({ status, action, text, said: hasMoved ? text : known.said });
  }
  return (
    <>
      <div data-part="announcer" role="status">
        {known.said}
      </div>
      {/* Apart, so that the end of this is not read as a change of status again. */}
      <div data-part="announcer" role="status">
        {own}
      </div>
    </>
  );
}
