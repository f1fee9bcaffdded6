import { act, cleanup, render } from "@testing-library/react";
import {
  type Connection,
  ConnectionError,
  StripeConnectionCard,
  StripeConnectionReturn,
} from "react-stripe-connection";
import { createStripeSimulator, type SimulatedAdapter, simulatedAdapter } from "react-stripe-connection/simulator";
import { fixtureAdapter, type FixtureAdapterOptions, fixtures } from "react-stripe-connection/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands } from "vitest/browser";
import { playedClient, renderOnPage } from "../support/onboardingPage.js";
import { keepTranslated, TRANSLATIONS, type Translation, untranslated, wordsOfReact } from "../support/translation.js";

// All that can be pressed on a page that the browser translates as it changes. A card that throws is told on the
// console, which fails the test.

const PATIENCE = { timeout: 10_000 };
let endTranslation = () => {};
let adapter: SimulatedAdapter | undefined;

beforeEach(async () => {
  await commands.emulateMedia({ reducedMotion: "reduce" });
  await commands.routeConnectJs("minimal");
  // What Stripe's form could not do is told there.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(async () => {
  endTranslation();
  cleanup();
  await adapter?.close();
  adapter = undefined;
  await commands.emulateMedia(null);
});

const translatePage = (how: Translation) => {
  endTranslation = keepTranslated(document.body, how);
};

const theCard = () => document.querySelector<HTMLElement>('[data-rsc="connection-card"]');
/** By the words that stand there without a translation. */
const all = (selector: string, words?: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (one) => words === undefined || untranslated(one.textContent).startsWith(words) || one.ariaLabel === words,
  );
const find = (selector: string, words?: string) =>
  vi.waitFor(() => {
    const [found] = all(selector, words);
    if (!found) throw new Error(`there is no ${selector} ${words ?? ""}`);
    return found;
  }, PATIENCE);

/** With the words in it, as a press in the middle of a button has it. */
const press = (button: HTMLElement) =>
  act(async () =>
    (button.querySelector("font, span") ?? button).dispatchEvent(new MouseEvent("click", { bubbles: true })),
  );
const pressOn = async (selector: string, words?: string) => press(await find(selector, words));

const wordsOf = (root: Element | null) => untranslated(root?.textContent ?? "");

function show(connection: Connection, options?: FixtureAdapterOptions) {
  const events: string[] = [];
  const result = render(
    <StripeConnectionCard
      adapter={fixtureAdapter(connection, options)}
      initialConnection={connection}
      platformName="Acme Cloud"
      timeZone="UTC"
      allowFraming
      onEvent={({ type, ...event }) => events.push([type, ...Object.values(event)].join(" "))}
    />,
  );
  return { ...result, events };
}

async function openDialog() {
  await pressOn('[data-part="kebab"]');
  await pressOn('[role="menuitem"]', "Disconnect");
  const confirm = await find('[role="alertdialog"] button', "Disconnect billing connection");
  await vi.waitFor(() => expect(confirm.getAttribute("aria-disabled")).toBeNull(), PATIENCE);
  return confirm;
}

describe.each(TRANSLATIONS)("CL-F1 on a page that the browser translates (%s)", (how) => {
  test("every state's first row, buttons and reasons can be pressed, and it reads as before", async () => {
    for (const [name, connection] of Object.entries(fixtures)) {
      const { container, events, unmount } = show(connection, { delay: 1 });
      await vi.waitFor(() => expect(container.querySelector("[data-waits]"), name).toBeNull(), PATIENCE);
      translatePage(how);
      const before = wordsOf(theCard());
      const settled = () =>
        vi.waitFor(() => {
          expect(container.querySelector('[aria-busy="true"], [data-state="opening"]')).toBeNull();
          expect(
            wordsOfReact(container).filter((words) => !words.includes("stripe-connect")),
            name,
          ).toEqual([]);
        }, PATIENCE);
      const select = container.querySelector("select");
      if (select) {
        await act(async () => {
          select.selectedIndex = 1;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        });
      }
      for (const selector of ['[data-part="actions"] button', '[data-part="row"]', '[data-part="disclosure"]']) {
        const button = container.querySelector<HTMLElement>(selector);
        if (!button) continue;
        await press(button);
        await settled();
        for (const inside of ["Fix this", "Check again", "Return to"]) {
          const [next] = all('[data-part="link"]', inside);
          if (!next) continue;
          await press(next);
          await settled();
          if (inside === "Fix this") await pressOn('[data-part="link"]', "Return to");
        }
        if (container.querySelector('[aria-expanded="true"]')) await pressOn('[data-part="disclosure"]');
      }
      expect(wordsOf(theCard()).replace("Checked with Stripe just now.", ""), name).toBe(before);
      expect(
        events.filter((event) => event.startsWith("failed")),
        name,
      ).toEqual([]);
      endTranslation();
      unmount();
    }
  });

  test("a button that is busy says so, and says what it said when it is done", async () => {
    const { events } = show(fixtures.notConnected, { delay: 50 });
    translatePage(how);
    await pressOn("button", "Connect Stripe account");
    expect(wordsOf(await find('[aria-busy="true"][data-part="button"]'))).toBe("Connecting…");
    await find("button:not([aria-busy])", "Connect Stripe account");
    expect(events).toEqual(["connect_started", "connect_succeeded"]);
  });

  test("a disconnect that fails is told in the dialog, and can be tried again", async () => {
    const fail: FixtureAdapterOptions["fail"] = {
      disconnect: new ConnectionError("stripe_unavailable", { requestId: "req_7" }),
    };
    const { events } = show(fixtures.connected, { delay: 50, fail });
    translatePage(how);
    const confirm = await openDialog();
    await press(confirm);
    expect(wordsOf(await find('[role="alertdialog"] [aria-busy="true"]'))).toBe("Disconnecting…");
    expect(wordsOf(await find('[role="alertdialog"] [role="alert"]'))).toContain("Reference req_7");
    expect((await find('[role="alertdialog"] code')).textContent).toBe("acct_1SMplFixture9xQ2");
    delete fail.disconnect;
    await press(await find('[role="alertdialog"] button:not([aria-busy])', "Disconnect billing connection"));
    await vi.waitFor(() => expect(events).toContain("disconnect_succeeded"), PATIENCE);
    await vi.waitFor(() => expect(all('[role="alertdialog"]')).toEqual([]), PATIENCE);
  });

  test("from nothing to connected and back, through Stripe's form, with the simulator", async () => {
    await commands.routeConnectJs("stand-in");
    const simulator = createStripeSimulator({ clock: "manual" });
    adapter = simulatedAdapter({ simulator });
    render(<StripeConnectionCard adapter={adapter} platformName="Acme Cloud" allowFraming />);
    translatePage(how);
    const lead = () => wordsOf(document.querySelector('[data-part="lead"]'));
    const reads = (words: string) => vi.waitFor(() => expect(lead()).toContain(words), PATIENCE);
    await pressOn("button", "Connect Stripe account");
    await reads("more details");
    await pressOn('[data-part="actions"] button', "Update Stripe information");
    await find("stripe-connect-account-onboarding");
    await pressOn("button", "Return to Acme Cloud");
    await reads("more details");
    await act(async () => simulator.run("connected", String(simulator.accounts()[0]?.["id"])));
    await reads("You're ready to publish plans");
    expect(wordsOf(document.querySelector('[data-rsc="status-badge"]'))).toBe("Connected");
    await press(await openDialog());
    await reads("A new Stripe account is created for you");
    expect(wordsOf(document.querySelector('[data-rsc="status-badge"]'))).toBe("Not connected");
  });

  test("coming back from Stripe's page: failed, tried again, done", async () => {
    const client = playedClient();
    client.refresh.mockRejectedValueOnce(new ConnectionError("stripe_unavailable", { requestId: "req_7" }));
    const { container } = renderOnPage(<StripeConnectionReturn onReturn={() => {}} />, { client });
    translatePage(how);
    expect(wordsOf(await find('[role="alert"]'))).toContain("We couldn't check with Stripe.");
    expect(wordsOfReact(container)).toEqual([]);
    await pressOn("button", "Try again");
    await vi.waitFor(() => expect(wordsOf(container)).toContain("Your connection is up to date."), PATIENCE);
    expect(wordsOf(container)).not.toContain("Checking");
    expect(wordsOfReact(container)).toEqual([]);
  });
});
