"use client";
import { useMemo } from "react";
import type { Connection } from "../../core/connection.js";
import type { Description } from "../../messages/description.js";
import { describeConnection } from "../../messages/describeConnection.js";
import { useConnectionSettings } from "../../react/context.js";
import { type ReaderClock, useReaderClock } from "./useReaderClock.js";
import { useRequirementWords } from "./useRequirementWords.js";

/** What this reader should read about the connection now. */
export function useDescription(connection: Connection): Description & { clock: ReaderClock } {
  const settings = useConnectionSettings();
  const { messages, locale, platformName, purpose } = settings;
  const words = useRequirementWords(settings, connection.requirements.length > 0);
  const clock = useReaderClock(settings);
  const { timeZone, relative, now } = clock;
  return useMemo(() => {
    const description = describeConnection(connection, {
      messages,
      locale,
      requirementMessages: words,
      platformName,
      purpose,
      timeZone,
      relative,
      ...(now === undefined ? {} : { now }),
    });
    return { ...description, clock: { timeZone, relative, now } };
  }, [connection, messages, locale, words, platformName, purpose, timeZone, relative, now]);
}
