"use client";
import { useCallback, useRef, useState } from "react";
import type { ConnectionClient } from "../../../client/connectionState.js";
import { useConnectionSettings } from "../../../react/context.js";
import type { Attempt } from "./useOperation.js";

export interface Dashboard {
  /** In a new tab. Null where the adapter can't, or this viewer may not. */
  open: (() => void) | null;
  /** In this tab, where the browser blocked the new one. Null before that. */
  openHere: (() => void) | null;
}

/** Opens the account's own Stripe dashboard. No link stays in the page: it may sign its owner in, and each press gets its own. */
export function useDashboard(client: ConnectionClient, mayOpen: boolean, attempt: Attempt): Dashboard {
  const { openingHosted } = useConnectionSettings().messages.onboarding;
  const [isBlocked, setBlocked] = useState(false);
  const isOpening = useRef(false);
  const openDashboard = mayOpen ? client.openDashboard : undefined;

  const open = useCallback(() => {
    if (!openDashboard || isOpening.current) return;
    // In the press itself: browsers block a tab that is opened once the link has come.
    const tab = openTab();
    setBlocked(!tab);
    if (!tab) return;
    isOpening.current = true;
    attempt("open_dashboard", async () => {
      try {
        tab.document.title = tab.document.body.textContent = openingHosted;
        const { url } = await openDashboard();
        // Stripe's page gets no hold on this one.
        tab.opener = null;
        tab.location.replace(url);
      } catch (thrown) {
        tab.close();
        throw thrown;
      } finally {
        isOpening.current = false;
      }
    });
  }, [openDashboard, attempt, openingHosted]);

  const openHere = () => {
    if (openDashboard) attempt("open_dashboard", async () => location.assign((await openDashboard()).url));
  };
  return { open: openDashboard ? open : null, openHere: openDashboard && isBlocked ? openHere : null };
}

function openTab(): Window | null {
  try {
    return window.open("", "_blank");
  } catch {
    // Browsers inside other apps may throw where others give null.
    return null;
  }
}
