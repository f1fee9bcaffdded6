"use client";
import type { Connection } from "../../core/connection.js";
import { useConnectionSettings } from "../../react/context.js";
import { useCardOptions } from "./CardOptions.js";

/** Nothing that runs in the page, and no page without https. */
const SAFE = /^(https:\/\/|mailto:)/i;
const STRIPE_SUPPORT = "https://support.stripe.com";

/** Where the words say "contact", the way there. */
export function SupportLink({ action }: Pick<Connection, "action">) {
  const { messages, platformName } = useConnectionSettings();
  const { supportUrl } = useCardOptions();
  const isStripes = action === "contact_stripe";
  const url = isStripes ? STRIPE_SUPPORT : supportUrl;
  if (!url || !SAFE.test(url)) return null;
  return (
    <div data-part="actions">
      <a data-part="button" data-variant="secondary" href={url} target="_blank" rel="noreferrer">
        {messages.card.contact(isStripes ? "Stripe" : platformName)}
      </a>
    </div>
  );
}
