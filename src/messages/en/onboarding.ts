import type { OnboardingFailure } from "../../core/events.js";

interface Explained {
  /** What happened, in a few words. */
  title: string;
  /** Why, and what to do next. */
  text: string;
}

/** The words around Stripe's embedded form. */
export const onboarding = {
  title: "Update Stripe information",
  returnTo: (platform: string) => `Return to ${platform}`,
  loading: "Loading Stripe's form…",
  signIn: "Stripe may open a small window to sign you in. If nothing opens, allow pop-ups for this site.",
  tryAgain: "Try again",
  openHosted: "Open Stripe in a new page",
  openingHosted: "Opening Stripe…",
  copyDetails: "Copy support details",
  copied: "Copied",
  notCopied: "Your browser didn't allow copying. Here are the details to copy by hand:",
  reference: (reference: string) => `Reference: ${reference}`,
  anotherBrowser: (platform: string) =>
    `If it keeps failing, use another browser or send the support details to ${platform}.`,

  failures: {
    script_blocked: {
      title: "Stripe didn't load.",
      text: "A content blocker or your network may be stopping it. Switch the blocker off for this page, then try again.",
    },
    script_timeout: {
      title: "Stripe takes too long.",
      text: "Your connection may be slow or something may be holding it back. Try again in a moment.",
    },
    script_broken: {
      title: "Stripe couldn't start.",
      text: "Another part of this page or a browser extension may be in its way. Try again, or use another browser.",
    },
    session_failed: {
      title: "We couldn't open Stripe.",
      text: "Nothing was changed. Try again in a moment.",
    },
    bad_publishable_key: {
      title: "Stripe isn't set up correctly here.",
      text: "This has to be put right by the team that runs this page. Please let them know.",
    },
    chunk_failed: {
      title: "A part of this page didn't load.",
      text: "You may be offline, or this page was updated. Try again, or reload the page.",
    },
    api_connection_error: {
      title: "Stripe can't be reached.",
      text: "Check your internet connection, then try again.",
    },
    authentication_error: {
      title: "Stripe couldn't sign you in.",
      text: "Allow pop-ups for this site, then try again and finish signing in in Stripe's window.",
    },
    account_session_create_error: {
      title: "We couldn't open Stripe.",
      text: "Stripe didn't accept the key. Try again to get a new one.",
    },
    invalid_request_error: {
      title: "Stripe didn't accept the request.",
      text: "Try again. If this page's address doesn't begin with https, open it with https first.",
    },
    rate_limit_error: {
      title: "Too many attempts in a short time.",
      text: "Wait a minute, then try again.",
    },
    render_error: {
      title: "Stripe couldn't show this.",
      text: "A browser extension or your network may be in its way. Switch extensions off, then try again.",
    },
    api_error: {
      title: "Something went wrong at Stripe.",
      text: "Nothing is lost. Try again in a few minutes.",
    },
  } satisfies Record<OnboardingFailure, Explained>,

  /** Stripe is still awaited: nothing has failed. */
  slow: { title: "Stripe takes long to show this.", text: "It appears here as soon as it has loaded." },

  /** In place of the form, where there is nothing to open. */
  ended: {
    signed_out: {
      title: "You were signed out.",
      text: "Sign in again to go on. What you have sent to Stripe is kept.",
    },
    not_allowed: {
      title: "You can't change this connection.",
      text: "Ask an admin to do it, or to give you the right to.",
    },
    no_account: {
      title: "This Stripe account is no longer connected.",
      text: "Go back to see what to do next.",
    },
  },

  /** What in this browser may keep Stripe's form from working. */
  findings: {
    offline: "You're offline. Stripe opens as soon as you're connected again and try once more.",
    insecure: "This page isn't served over https. Stripe needs that in live mode.",
    isolated: "This page is isolated from its pop-up windows, so Stripe's sign-in window may seem blocked.",
    in_app_browser: "Stripe doesn't work inside other apps. Open this page in your phone's browser.",
    framed: "This page is shown inside another site, which may keep Stripe's window from opening.",
  },

  /** The page that people come back to from Stripe's own page. */
  comeBack: {
    title: "Back from Stripe",
    checking: "Checking with Stripe…",
    renewing: "Opening Stripe again…",
    done: "Thank you. Your connection is up to date.",
    failed: "We couldn't check with Stripe.",
    notRenewed: "We couldn't open Stripe again.",
    safe: "What you have sent to Stripe is kept.",
  },
};
