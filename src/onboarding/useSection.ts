"use client";
import { type RefObject, useCallback, useMemo, useState } from "react";
import type { Connection } from "../core/connection.js";
import type { SectionName } from "../core/permissions.js";
import { useConnectionSettings } from "../react/context.js";
import type { Ended } from "./ended.js";
import type { FailedState } from "./session/connectSession.js";
import type { SectionListeners } from "./StripeSectionElement.js";
import { type Opened, useOpening } from "./useOpening.js";
import type { TellOpening } from "./useOpeningEvents.js";

/** `open`: there is something to see. The last three are what the back end refused the account session with. */
export type SectionPhase = "opening" | "open" | "failed" | "signed_out" | "role" | "not_connected";

export interface Section {
  phase: SectionPhase;
  failed: FailedState | null;
  isSlow: boolean;
  opened: Opened | null;
  listeners: SectionListeners | null;
  connection: Connection | undefined;
  retry: () => void;
}

/** The server grants what this viewer may see, and not what the page names. */
const INPUT = { purpose: "sections" } as const;

const ENDED = {
  signed_out: "signed_out",
  not_allowed: "role",
  no_account: "not_connected",
} as const satisfies Record<Ended, SectionPhase>;

/** What ends a section, ends what is around this. */
const isNotEnded = () => null;

/** Opens one of Stripe's sections, and says what there is to show. */
export function useSection(root: RefObject<HTMLElement | null>, name: SectionName): Section {
  const { onEvent } = useConnectionSettings();
  const tell = useCallback<TellOpening>(
    (step) =>
      onEvent(
        typeof step === "string"
          ? { type: `section_${step}`, section: name }
          : { type: "section_load_failed", section: name, ...step },
      ),
    [name, onEvent],
  );
  const { connection, connect, opened, ended, retry } = useOpening(root, INPUT, isNotEnded, tell);

  // Which opening has notices.
  const [noticesOf, setNoticesOf] = useState<string | null>(null);
  const listeners = useMemo((): SectionListeners | null => {
    if (!opened) return null;
    const { key, onLoaderStart, onLoadError } = opened;
    return {
      onLoaderStart,
      onLoadError,
      onNotificationsChange({ total }) {
        onLoaderStart();
        setNoticesOf(total > 0 ? key : null);
      },
      // With nothing to offer these two draw nothing, not even a loader.
      onInstantPayoutsPromotionLoaded: onLoaderStart,
      onReportAvailabilityLoaded: onLoaderStart,
    };
  }, [opened]);

  const failed = connect.phase === "failed" && !ended ? connect : null;
  return {
    phase: phase(),
    failed,
    isSlow: connect.phase !== "failed" && connect.isSlow,
    opened,
    listeners,
    connection,
    retry,
  };

  function phase(): SectionPhase {
    if (ended) return ENDED[ended];
    if (connect.phase === "failed") return "failed";
    if (connect.phase === "opening" || !connect.hasStarted) return "opening";
    return name === "notification_banner" && noticesOf !== connect.key ? "opening" : "open";
  }
}
