"use client";
import { useEffect, useRef, useState } from "react";
import type { Connection } from "../../core/connection.js";

interface StatusAnnouncerProps {
  connection: Connection;
  /** What a change of status reads. */
  text: string;
  /** What came of the person's own action. */
  said: string | null;
}

/** Says a change of status once, politely; the first status and refreshes without a change are nothing to say. */
export function StatusAnnouncer({ connection, text, said: own }: StatusAnnouncerProps) {
  const [said, setSaid] = useState("");
  const status = useRef(connection.status);
  useEffect(() => {
    if (status.current === connection.status) return;
    status.current = connection.status;
    setSaid(text);
  }, [connection.status, text]);
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
