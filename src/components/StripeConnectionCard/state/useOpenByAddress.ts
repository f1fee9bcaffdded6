"use client";
import { useEffect } from "react";
import type { Connection } from "../../../core/connection.js";
import { useConnectionSettings } from "../../../react/context.js";
import { dropParameter, readParameter } from "../../primitives/addressParameter.js";
import type { useOnboardingPlace } from "./useOnboardingPlace.js";

/**
 * Opens Stripe's form where the address says so: `?stripe=onboarding` for what is needed, `?stripe=account` for the
 * account's management. Stripe's e-mails lead to such addresses.
 */
export function useOpenByAddress(connection: Connection, { open }: ReturnType<typeof useOnboardingPlace>): void {
  const { onboarding } = useConnectionSettings();
  // A hosted page would take the person away from the page that the e-mail has named.
  const mayOpen = onboarding === "embedded" && connection.can.update === true;
  const isSubmitted = connection.reason !== "details_not_submitted";
  useEffect(() => {
    const wanted = mayOpen ? readParameter() : null;
    if (wanted !== "onboarding" && wanted !== "account") return;
    dropParameter();
    // Before the details are submitted there is nothing to manage.
    open(null, "body", wanted === "account" && isSubmitted ? "management" : undefined);
  }, [mayOpen, isSubmitted, open]);
}
