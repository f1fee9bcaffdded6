"use client";
import { useCallback, useState } from "react";
import type { Connection, SessionPurpose } from "../../../core/connection.js";

export interface Opened {
  purpose: SessionPurpose;
  /** Just these; null for everything that is due. */
  keys: string[] | null;
  from: "menu" | "body";
  generation: number;
  /** Each opening is a new form. */
  number: number;
}

/** Where Stripe's form stands in the card: what is open, and for how long it may stay so. */
export function useOnboardingPlace(connection: Connection) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { generation } = connection;
  const purpose = purposeOf(connection);

  const open = useCallback(
    (keys: string[] | null, from: Opened["from"] = "body") =>
      setOpened((before) => ({
        purpose: keys ? "onboarding" : purpose,
        keys,
        from,
        generation,
        number: (before?.number ?? 0) + 1,
      })),
    [purpose, generation],
  );
  const close = useCallback(() => setOpened(null), []);

  // A form for an account that is gone would ask for the wrong one.
  const isStill = opened !== null && connection.account !== null && opened.generation === generation;
  return { opened: isStill ? opened : null, open, close };
}

/**
 * Anything asked for opens onboarding, even when connected. Where all was sent there is the account to manage: nobody is
 * asked to send it again while Stripe checks it.
 */
function purposeOf({ reason, requirements }: Connection): SessionPurpose {
  const asks = requirements.some(({ state }) => state !== "pending");
  return asks || reason === "details_not_submitted" ? "onboarding" : "management";
}
