"use client";
import { useState } from "react";
import {
  ConnectAccountManagement,
  ConnectAccountOnboarding,
  ConnectComponentsProvider,
  ConnectNotificationBanner,
} from "@stripe/react-connect-js";
import type { CollectionOptions, LoadError, StepChange, StripeConnectInstance } from "@stripe/connect-js";
import type { SessionPurpose } from "../core/connection.js";

/** The wrappers call a setter for each prop that is new: hand in the same functions and objects in every render. */
export interface StripeFormProps {
  instance: StripeConnectInstance;
  purpose: SessionPurpose;
  collectionOptions: CollectionOptions;
  onExit: () => void;
  onLoaderStart: () => void;
  onLoadError: (error: LoadError) => void;
  onStepChange: (step: StepChange) => void;
}

/** Stripe's own components. Give it a `key` for each instance: a wrapper keeps the element that it made first. */
export function StripeForm({
  instance,
  purpose,
  collectionOptions,
  onExit,
  onStepChange,
  ...loading
}: StripeFormProps) {
  const [hasBanner, setHasBanner] = useState(true);
  const [dropBanner] = useState(() => () => setHasBanner(false));
  return (
    <ConnectComponentsProvider connectInstance={instance}>
      {purpose === "onboarding" ? (
        <ConnectAccountOnboarding
          collectionOptions={collectionOptions}
          onExit={onExit}
          onStepChange={onStepChange}
          {...loading}
        />
      ) : (
        <>
          {/* Without the banner the account can be managed just as well. */}
          {hasBanner ? (
            <ConnectNotificationBanner collectionOptions={collectionOptions} onLoadError={dropBanner} />
          ) : null}
          <ConnectAccountManagement collectionOptions={collectionOptions} {...loading} />
        </>
      )}
    </ConnectComponentsProvider>
  );
}
