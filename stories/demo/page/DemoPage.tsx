import { useEffect, useMemo, useRef, useState } from "react";
import {
  httpAdapter,
  type Mode,
  StripeConnectionCard,
  StripeConnectionProvider,
  useStripeConnection,
} from "react-stripe-connection";
import type { BootData } from "../bootData.js";
import { locales } from "../../support/locales.js";
import { DemoBar } from "./DemoBar.js";
import type { DemoNetwork } from "./demoNetwork.js";
import { PageRoot } from "./DemoPage.styles.js";
import { PageHeader } from "./PageHeader.js";
import { PlansSection } from "./PlansSection.js";
import { usePreferences } from "./preferences.js";
import { SettingsSection } from "./SettingsSection.js";
import { Sidebar } from "./Sidebar.js";
import { DocumentsPage, PayoutsPage } from "./StripePages.js";
import { SimulatorDrawer, type SimulatorDrawerProps } from "./SimulatorDrawer.js";
import { usePage } from "./usePage.js";
import { useSession } from "./useSession.js";

/** It stays while the environment is switched, so it knows the way to both simulators. */
const CONNECT_JS = "/connect.js?api=/simulator/test&api=/simulator/live";

/** Settings > Environment > Billing of Acme Cloud with two pages beside it, and around it what belongs to the demo. */
export function DemoPage({ boot, network }: { boot: BootData; network: DemoNetwork }) {
  const [preferences, setPreferences] = usePreferences();
  const session = useSession(boot);
  const page = usePage();
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [offline, setOffline] = useState(false);
  const drawerToggle = useRef<HTMLButtonElement>(null);

  const { theme, direction, locale } = preferences;
  const environment = availableEnvironment(boot, preferences.environment);
  const simulated = boot.modes[environment].on === "simulator";
  const adapter = useMemo(
    () => httpAdapter({ url: `/api/stripe/${environment}`, fetch: network.fetch }),
    [environment, network],
  );

  return (
    <StripeConnectionProvider
      adapter={adapter}
      platformName="Acme Cloud"
      // Somebody else, or somebody who signed in again, starts with a clean state.
      scope={`${environment} ${session.role} ${session.signIns}`}
      locale={locale}
      locales={locales}
      dir={direction}
      theme={{ colorScheme: theme }}
      onAuthError={session.noteExpired}
      {...(simulated ? { connectJsUrl: CONNECT_JS } : {})}
    >
      <PageRoot data-drawer={drawerOpen ? "open" : "closed"}>
        <DemoBar
          role={session.role}
          onRole={session.setRole}
          preferences={preferences}
          onPreferences={setPreferences}
          drawer={simulated ? { open: drawerOpen, onToggle: () => setDrawerOpen(!drawerOpen) } : null}
          drawerToggle={drawerToggle}
        />
        <div data-part="columns">
          <Sidebar />
          <main data-part="main">
            <PageHeader
              page={page}
              environment={environment}
              unavailable={unavailable(boot)}
              onEnvironment={(chosen) => setPreferences({ environment: chosen })}
            />
            {session.error ? <p role="alert">{session.error}</p> : null}
            {session.expired ? (
              <div data-part="session">
                <p>Your Acme Cloud session has ended.</p>
                <button type="button" onClick={() => session.setSignedIn(true)}>
                  Sign in again
                </button>
              </div>
            ) : null}
            {page === "billing" ? (
              <>
                <SettingsSection
                  id="payments"
                  title="Payments"
                  text="Your customers pay you through a Stripe account of your own."
                >
                  <StripeConnectionCard />
                </SettingsSection>
                <PlansSection
                  key={environment}
                  endpoint={`/demo/plans/${environment}`}
                  readOnly={session.role === "member"}
                />
              </>
            ) : page === "payouts" ? (
              <PayoutsPage />
            ) : (
              <DocumentsPage />
            )}
          </main>
        </div>
        {simulated && drawerOpen ? (
          <LiveDrawer
            mode={environment}
            signedIn={session.signedIn}
            onSignedIn={session.setSignedIn}
            offline={offline}
            onOffline={(pulled) => {
              network.setOffline(pulled);
              setOffline(pulled);
            }}
            onClose={() => {
              setDrawerOpen(false);
              drawerToggle.current?.focus();
            }}
          />
        ) : null}
      </PageRoot>
    </StripeConnectionProvider>
  );
}

/** The drawer looks again whenever the connection changed. */
function LiveDrawer(props: Omit<SimulatorDrawerProps, "revision">) {
  const revision = useStripeConnection((state) => state.connection?.revision);
  useEffect(() => {
    // On a phone it takes the lower half: the card moves into the upper one.
    if (matchMedia("(max-width: 600px)").matches) document.getElementById("payments")?.scrollIntoView();
  }, []);
  return <SimulatorDrawer {...props} revision={revision} />;
}

/** The one that was chosen last, if it is on; a start needs one at least. */
function availableEnvironment(boot: BootData, chosen: Mode): Mode {
  if (boot.modes[chosen].on !== "nothing") return chosen;
  return chosen === "live" ? "test" : "live";
}

function unavailable(boot: BootData): Partial<Record<Mode, string>> {
  const { test, live } = boot.modes;
  return { ...(test.on === "nothing" ? { test: test.why } : {}), ...(live.on === "nothing" ? { live: live.why } : {}) };
}
