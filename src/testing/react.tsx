import { render, type RenderResult } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import type { StripeConnectionAdapter } from "../core/adapter.js";
import { ConnectionError } from "../core/errors.js";
import type { StripeConnectionSettings } from "../react/settings.js";
import { StripeConnectionProvider } from "../react/StripeConnectionProvider.js";
import { TestSettings } from "../react/testSettings.js";
import { fixtureAdapter, type FixtureState } from "./fixtureAdapter.js";
import { type FixtureKey, fixtures } from "./fixtures.js";

/** What the page is told, and every setting of `StripeConnectionProvider`. */
export interface RenderWithConnectionOptions extends Partial<StripeConnectionSettings> {
  /** What the back end says: the name of a fixture, a connection, `loading` or an error. Default: `connected`. */
  connection?: FixtureKey | FixtureState;
  /** In place of `connection`: one that does something, such as `simulatedAdapter()`. */
  adapter?: StripeConnectionAdapter;
}

/** What Testing Library's `render` gives, and the adapter. */
export interface RenderedWithConnection extends RenderResult {
  /** What the page asks. */
  adapter: StripeConnectionAdapter;
}

/**
 * Testing Library's `render` below a provider. What `connection` says is there in the first render already, also where
 * `ui` names an `endpoint`, `adapter` or `client` of its own; dates are in UTC until you say otherwise. Without a `platformName` in `ui` or here
 * it is "Acme Cloud".
 */
export function renderWithConnection(
  ui: ReactElement,
  { connection = "connected", adapter: given, ...settings }: RenderWithConnectionOptions = {},
): RenderedWithConnection {
  const state = typeof connection === "string" && connection !== "loading" ? fixtures[connection] : connection;
  const adapter = given ?? fixtureAdapter(state);
  const isKnown = !given && state !== "loading" && !(state instanceof ConnectionError);
  const test = {
    timeZone: "UTC",
    initialConnection: isKnown ? state : undefined,
    ...settings,
    adapter,
    endpoint: undefined,
    client: undefined,
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestSettings.Provider value={test}>
      <StripeConnectionProvider platformName="Acme Cloud" adapter={adapter}>
        {children}
      </StripeConnectionProvider>
    </TestSettings.Provider>
  );
  const rendered: RenderResult = render(ui, { wrapper });
  return { ...rendered, adapter };
}
