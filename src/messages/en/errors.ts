import type { ConnectionErrorCode } from "../../core/errors.js";

/** What happened and what to do next, for each ConnectionErrorCode. */
export const errors = {
  network: "The server couldn't be reached. Check your internet connection, then try again.",
  timeout: "The server took too long to answer. Try again.",
  invalid_response:
    "The server gave an answer that can't be read. Try again, and contact support if it stays that way.",
  session_expired: "You have been signed out. Sign in again to go on.",
  forbidden: "You aren't allowed to do this. Ask an admin of your organization.",
  csrf: "This request was stopped for your security. Reload the page, then try again.",
  rate_limited: "That was too often. Wait a moment, then try again.",
  invalid_request: "This couldn't be done with what was sent. Reload the page, then try again.",
  in_progress: "This is already under way. Wait a moment.",
  conflict: "The connection has changed in the meantime. Look at it again, then decide.",
  disconnect_blocked: "Stripe can't be disconnected yet. Solve what is listed first.",
  country_unsupported: "Stripe isn't available for businesses in this country. Choose another country.",
  platform_not_ready: "Connecting to Stripe isn't switched on here yet. Contact support.",
  hosted_unavailable: "Stripe has no separate page for this account. Try again here, or use another browser.",
  dashboard_unavailable:
    "Stripe can't open this dashboard right now. If details are missing, add them first. Otherwise, contact support.",
  store_unavailable: "The server can't save changes right now. Nothing was changed. Try again in a few minutes.",
  stripe_unavailable: "Stripe can't be reached right now. Nothing is lost. Try again in a few minutes.",
  chunk_failed: "A part of this page didn't load. Check your internet connection, then try again.",
  internal: "Something went wrong on the server. Try again, and contact support if it stays that way.",
} satisfies Record<ConnectionErrorCode, string>;
