import { useState } from "react";
import { createRoot } from "react-dom/client";
import {
  DisconnectDialog,
  type HostComponents,
  StripeConnectionCard,
  StripeConnectionProvider,
} from "react-stripe-connection";
import { de } from "react-stripe-connection/locales/de";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";

/**
 * A page of its own for what a page remembers for good: modules that failed, frames of another origin. The address says
 * what it shows; a confirmed disconnect is told to the page around it.
 */
const query = new URLSearchParams(location.search);
const fixture = (query.get("fixture") ?? "connected") as FixtureKey;
const adapter = fixtureAdapter(fixtures[fixture]);
const preview = await adapter.previewDisconnect();
const provider = {
  adapter,
  platformName: "Acme Cloud",
  timeZone: "UTC",
  allowFraming: query.has("allow-framing"),
  locale: query.get("locale") ?? "en",
  locales: [de],
};

function Dialog() {
  const [isOpen, setOpen] = useState(false);
  return (
    <StripeConnectionProvider {...provider}>
      <button type="button" onClick={() => setOpen(true)}>
        Leave Stripe
      </button>
      <DisconnectDialog
        open={isOpen}
        onOpenChange={setOpen}
        preview={preview}
        pending={false}
        error={null}
        onConfirm={() => parent.postMessage("confirmed", "*")}
      />
    </StripeConnectionProvider>
  );
}

/** A design system of very few means. */
const own: HostComponents = {
  Menu: ({ label, groups, triggerRef }) => (
    <div role="toolbar" aria-label={label}>
      {groups.flat().map((action, index) => (
        <button type="button" key={action.id} ref={index === 0 ? triggerRef : null} onClick={action.onSelect}>
          {action.label}
        </button>
      ))}
    </div>
  ),
  Dialog: ({ open, title, children }) =>
    open ? (
      <div role="alertdialog" aria-label={title}>
        {children}
      </div>
    ) : null,
};

const place = document.createElement("div");
document.body.append(place);
createRoot(place).render(
  <>
    <button type="button">Before</button>
    {query.has("dialog") ? (
      <Dialog />
    ) : (
      <StripeConnectionCard
        {...provider}
        initialConnection={fixtures[fixture]}
        {...(query.has("own") ? { components: own } : {})}
      />
    )}
    <button type="button">After</button>
  </>,
);
