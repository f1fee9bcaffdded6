"use client";
import { useState } from "react";
import {
  ConnectAccountManagement,
  ConnectAccountOnboarding,
  ConnectComponentsProvider,
  ConnectNotificationBanner,
} from "@stripe/react-connect-js";
import type { CollectionOptions, LoadError, StepChange, StripeConnectInstance } from "@stripe/connect-js";
import type { FormPurpose } from "../core/connection.js";

/** The wrappers call a setter for each prop that is new: hand in the same functions and objects in every render. */
export interface StripeFormProps {
  instance: StripeConnectInstance;
  purpose: FormPurpose;
  collectionOptions: CollectionOptions;
  onExit: () => void;
  onLoaderStart: () => void;
  onLoadError: (error: LoadError) => void;
  onStepChange: (step: StepChange) => void;
  /** Of the management: a part of it was opened. */
  onSectionOpen: () => void;
}

/** Stripe's own components. Give it a `key` for each instance: a wrapper keeps the element that it made first. */
export function StripeForm({
  instance,
  purpose,
  collectionOptions,
  onExit,
  onStepChange,
  onSectionOpen,
  ...loading
}: StripeFormProps) {
  const [banner, setBanner] = useState<"quiet" | "says" | "failed">("quiet");
  // The same functions in every render.
  const [bannerListeners] = useState(() => ({
    onLoadError: () => setBanner("failed"),
    onNotificationsChange: ({ total }: { total: number }) => setBanner(total > 0 ? "says" : "quiet"),
  }));
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
          {banner === "failed" ? null : (
            <div data-part="banner" data-state={banner}>
              <ConnectNotificationBanner collectionOptions={collectionOptions} {...bannerListeners} />
            </div>
          )}
          <ConnectAccountManagement collectionOptions={collectionOptions} onSectionOpen={onSectionOpen} {...loading} />
        </>
      )}
    </ConnectComponentsProvider>
  );
}
