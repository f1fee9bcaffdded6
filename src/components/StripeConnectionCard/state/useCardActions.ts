"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { ConnectionState } from "../../../client/connectionState.js";
import { supportDetails } from "../../../client/supportDetails.js";
import { useConnectionSettings } from "../../../react/context.js";
import { useCopy } from "../../primitives/useCopy.js";
import { useDashboard } from "./useDashboard.js";
import { useDisconnect } from "./useDisconnect.js";
import { type Opened, useOnboardingPlace } from "./useOnboardingPlace.js";
import { useOpenByAddress } from "./useOpenByAddress.js";
import { useOperation } from "./useOperation.js";

/** How long a word of success is shown. ms */
const FLASH = 2_000;

/** All that a person can do on the card, and what came of it. */
export function useCardActions(state: Extract<ConnectionState, { state: "ready" }>) {
  const { client, messages, onboarding } = useConnectionSettings();
  const words = messages.card;
  const { connection } = state;
  const place = useOnboardingPlace(connection);
  useOpenByAddress(connection, place);
  const { failed, attempt } = useOperation(connection);
  const disconnect = useDisconnect(client);
  const dashboard = useDashboard(client, connection.can.dashboard === true, attempt);
  const { flash, show } = useFlash();
  const clipboard = useCopy(useCallback(() => show(words.copied), [show, words]));

  // What support asks for first.
  const requestId = failed?.error.requestId ?? disconnect.error?.requestId ?? state.error?.requestId ?? null;

  const { open } = place;
  const openForm = useCallback(
    (keys: string[] | null, from?: Opened["from"]) => {
      if (onboarding === "embedded") return open(keys, from);
      return attempt("open_hosted", async () => location.assign((await client.openHosted()).url));
    },
    [onboarding, open, attempt, client],
  );

  const check = useCallback(
    () =>
      attempt(
        "refresh",
        () => client.refresh(),
        () => show(words.checked),
      ),
    [attempt, client, show, words],
  );
  const connect = useCallback(
    (country: string | undefined) =>
      attempt("connect", () => client.connect(country === undefined ? undefined : { country })),
    [attempt, client],
  );

  const { copy } = clipboard;
  const { open: openDialog } = disconnect;
  const acts = useMemo(
    () => ({
      update: () => openForm(null, "menu"),
      dashboard: dashboard.open,
      check,
      copyAccount: () => copy(connection.account?.id ?? ""),
      copySupport: () => copy(supportDetails(connection, { requestId })),
      disconnect: openDialog,
    }),
    [openForm, dashboard.open, check, copy, connection, openDialog, requestId],
  );

  return { acts, openForm, check, connect, place, failed, dashboard, disconnect, flash, clipboard };
}

export type CardActions = ReturnType<typeof useCardActions>;

/** A word of success that is shown for a moment. */
function useFlash() {
  const [flash, setFlash] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (!flash) return undefined;
    const timer = setTimeout(() => setFlash(null), FLASH);
    return () => clearTimeout(timer);
  }, [flash]);
  const show = useCallback((text: string) => setFlash({ text }), []);
  return { flash: flash?.text ?? null, show };
}
