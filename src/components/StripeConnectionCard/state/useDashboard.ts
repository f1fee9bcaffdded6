"use client";
import { useCallback, useRef, useState } from "react";
import type { ConnectionClient } from "../../../client/connectionState.js";
import { useConnectionSettings } from "../../../react/context.js";
import type { Attempt } from "./useOperation.js";

export interface Dashboard {
  /** Null where the adapter can't. */
  open: (() => void) | null;
  /** For a browser that blocked the tab: the link, until it is followed. */
  blocked: string | null;
  /** For a link that was followed: it opens nothing a second time. */
  setBlocked: (url: null) => void;
}

/** Opens the account's own Stripe dashboard in a new tab. */
export function useDashboard(client: ConnectionClient, attempt: Attempt): Dashboard {
  const { openingHosted } = useConnectionSettings().messages.onboarding;
  const [blocked, setBlocked] = useState<string | null>(null);
  const isOpening = useRef(false);
  const { openDashboard } = client;

  const open = useCallback(() => {
    if (!openDashboard || isOpening.current) return;
    isOpening.current = true;
    setBlocked(null);
    attempt("open_dashboard", async () => {
      // In the press itself: browsers block a tab that is opened once the link has come.
      const tab = window.open("", "_blank");
      try {
        if (tab) tab.document.title = tab.document.body.textContent = openingHosted;
        const { url } = await openDashboard();
        if (!tab) return setBlocked(url);
        // Stripe's page gets no hold on this one.
        tab.opener = null;
        tab.location.replace(url);
      } catch (thrown) {
        tab?.close();
        throw thrown;
      } finally {
        isOpening.current = false;
      }
    });
  }, [openDashboard, attempt, openingHosted]);
  return { open: openDashboard ? open : null, blocked, setBlocked };
}
