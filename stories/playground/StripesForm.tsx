import { useId, useState } from "react";
import { type ConnectionTheme, StripeOnboarding } from "react-stripe-connection";
import { LiveConnection } from "../support/LiveConnection.js";

/** Stripe's form in the same look. It opens when asked for, because it takes the focus. */
export function StripesForm({ theme }: { theme: ConnectionTheme }) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} style={{ margin: "0 0 8px", fontSize: 13, fontWeight: 600 }}>
        Stripe's form, played by a stand-in
      </h2>
      {isOpen ? (
        <LiveConnection scenario="fresh" theme={theme}>
          <StripeOnboarding purpose="onboarding" onExit={() => setIsOpen(false)} />
        </LiveConnection>
      ) : (
        <button type="button" onClick={() => setIsOpen(true)} style={{ font: "inherit", padding: "6px 12px" }}>
          Open it
        </button>
      )}
    </section>
  );
}
