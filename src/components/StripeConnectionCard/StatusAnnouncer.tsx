"use client";
import { useEffect, useRef, useState } from "react";
import type { Connection } from "../../core/connection.js";

interface StatusAnnouncerProps {
  connection: Connection;
  /** What a change reads. */
  text: string;
  /** What came of the person's own action. */
  said: string | null;
}

/**
 * Says once, politely, that the status changed or that somebody else has to move now; the first status, what is still
 * missing, and refreshes without a change are nothing to say.
 */
export function StatusAnnouncer({ connection, text, said: own }: StatusAnnouncerProps) {
  const [said, setSaid] = useState("");
  const { status, action } = connection;
  const known = useRef({ status, action, text });
  useEffect(() => {
    const before = known.current;
    known.current = { status, action, text };
    const hasMoved = before.status !== status || (before.action !== action && before.text !== text);
    if (hasMoved) setSaid(text);
  }, [status, action, text]);
  return (
    <>
      <div data-part="announcer" role="status">
        {said}
      </div>
      {/* Apart, so that the end of this is not read as a change of status again. */}
      <div data-part="announcer" role="status">
        {own}
      </div>
    </>
  );
}
