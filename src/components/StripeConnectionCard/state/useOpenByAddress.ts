"use client";
import { useEffect } from "react";
import type { Connection } from "../../../core/connection.js";
import { useConnectionSettings } from "../../../react/context.js";
import { dropParameter, readParameter } from "../../primitives/addressParameter.js";
import type { useOnboardingPlace } from "./useOnboardingPlace.js";

/**
 * Opens Stripe's form where the address says so: `?stripe=onboarding` for what is needed, `?stripe=account` for the
 * account's management. Stripe's e-mails lead to such addresses. The first connection that isn't busy decides: a form
 * that opens later takes the focus from a person who has gone on.
 */
export function useOpenByAddress(connection: Connection, { open }: ReturnType<typeof useOnboardingPlace>): void {
  const { onboarding } = useConnectionSettings();
  const { can, reason } = connection;
  // A hosted page would take the person away from the page that the e-mail has named.
  const isDecided = onboarding === "embedded" && can.update !== "busy";
  const mayOpen = can.update === true;
  const isSubmitted = reason !== "details_not_submitted";
  useEffect(() => {
    const wanted = isDecided ? readParameter() : null;
    if (wanted !== "onboarding" && wanted !== "account") return;
    dropParameter();
    // Before the details are submitted there is nothing to manage.
    if (mayOpen) open(null, "body", wanted === "account" && isSubmitted ? "management" : undefined);
  }, [isDecided, mayOpen, isSubmitted, open]);
}
