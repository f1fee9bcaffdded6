import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render, screen } from "@testing-library/react";
import { StripeOnboarding } from "../../src/components/StripeOnboarding/StripeOnboarding.js";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { controlledAdapter } from "../support/controlledAdapter.js";
import { playedClient, renderOnPage, sessionNumber } from "../support/onboardingPage.js";
import { takeConsoleErrors } from "../support/setup.js";

const SECRET = "sk_test_51verysecret";
const open = (settings: Parameters<typeof renderOnPage>[1]) =>
  renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, settings);
const said = (spy: ReturnType<typeof vi.spyOn>) => JSON.stringify(spy.mock.calls);

const removeScripts = () => document.querySelectorAll("script").forEach((script) => script.remove());
// Another file's form may have left one in the page.
beforeEach(removeScripts);
afterEach(() => {
  vi.unstubAllEnvs();
  Reflect.deleteProperty(window, "StripeConnect");
  removeScripts();
});

test.each([SECRET, "rk_live_51verysecret"])(
  "C12 %s in a prop throws while developing, before anything is asked of anybody",
  async (publishableKey) => {
    const { adapter, calls } = controlledAdapter("secret key");
    const card = (
      <StripeConnectionProvider adapter={adapter} platformName="Acme Cloud" publishableKey={publishableKey}>
        <StripeOnboarding purpose="onboarding" onExit={() => {}} />
      </StripeConnectionProvider>
    );
    expect(() => render(card)).toThrow("a SECRET key was given as `publishableKey`");
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toEqual([]);
    expect(JSON.stringify(takeConsoleErrors())).not.toContain("verysecret");
  },
);

test.each([SECRET, "rk_live_51verysecret", "pk_live_51other", " ", "nonsense"])(
  "C12 %s as a prop is refused before any network, and never logged",
  async (publishableKey) => {
    vi.stubEnv("NODE_ENV", "production");
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { client, events } = open({ publishableKey });
    expect(await screen.findByRole("alert")).toHaveTextContent("Stripe isn't set up correctly here.");
    expect(events.at(-1)).toEqual({ type: "onboarding_load_failed", cause: "bad_publishable_key" });
    expect(client.update).not.toHaveBeenCalled();
    expect(document.querySelector("script")).toBeNull();
    expect(said(warn)).toContain("react-stripe-connection: ");
    expect(said(warn)).not.toMatch(/51verysecret|51other|nonsense/);
    expect(document.body.innerHTML).not.toContain("verysecret");
  },
);

test("C12 a key of the other mode that comes with the session is refused before Stripe is started", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const init = vi.fn();
  Object.assign(window, { StripeConnect: { init } });
  const client = playedClient();
  client.update.mockResolvedValueOnce({ ...sessionNumber(1), publishableKey: "pk_live_acme" });
  open({ client });
  expect(await screen.findByRole("alert")).toHaveTextContent("Stripe isn't set up correctly here.");
  expect(init).not.toHaveBeenCalled();
});
