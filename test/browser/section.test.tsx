import type { ReactNode } from "react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { commands, page, userEvent } from "vitest/browser";
import type { Connection } from "../../src/core/connection.js";
import { SECTIONS, type SectionName } from "../../src/core/permissions.js";
import { ConnectionError } from "../../src/core/errors.js";
import { StripeOnboarding } from "../../src/components/StripeOnboarding/StripeOnboarding.js";
import { StripeSection } from "../../src/components/StripeSection/StripeSection.js";
import { TroubleshootPanel } from "../../src/components/TroubleshootPanel/TroubleshootPanel.js";
import { sections as words } from "../../src/messages/en/sections.js";
import type { Messages, SectionMessages } from "../../src/messages/messages.js";
import { ar } from "../../src/messages/locales/ar.js";
import { de } from "../../src/messages/locales/de.js";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { fixtureAdapter } from "../../src/testing/index.js";
import { inProgress, playedClient, renderOnPage, sessionNumber } from "../support/onboardingPage.js";

interface PlayedElement extends HTMLElement {
  values: Record<string, unknown>;
  fire(setter: string, value?: unknown): void;
  failToLoad(type: string): void;
}
interface ConnectJs {
  inits: Array<{ appearance: { variables: Record<string, unknown> } }>;
  updates: Array<{ appearance: { variables: Record<string, unknown> } }>;
  logouts: number;
  elements: PlayedElement[];
  isSilent: boolean;
}
const connectJs = () => (window as unknown as { __minimalConnect: ConnectJs }).__minimalConnect;
const tagOf = (name: SectionName) => `stripe-connect-${name.replaceAll("_", "-")}`;
const elementOf = (name: SectionName) => document.querySelector<PlayedElement>(tagOf(name));
const stripesButton = (name: SectionName) => page.getByRole("button", { name: `Close ${tagOf(name)}`, exact: true });
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => commands.routeConnectJs("minimal"));
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await nextTask(); // logout is a task of its own
  const record = connectJs();
  if (record) Object.assign(record, { inits: [], updates: [], logouts: 0, elements: [], isSilent: false });
  document.body.style.removeProperty("background");
});

const offering = (sections: Connection["sections"], more: Partial<Connection> = {}): Connection => ({
  ...inProgress,
  sections,
  ...more,
});
const everything = offering(Object.fromEntries(SECTIONS.map((name) => [name, true])));
const show = (name: SectionName, connection = everything) =>
  renderOnPage(<StripeSection name={name} />, { client: playedClient(connection) });

describe("what Stripe draws", () => {
  test.each(SECTIONS.filter((name) => name !== "notification_banner"))(
    "%s stands in a region that is named after it",
    async (name) => {
      const { client } = show(name);
      await expect.element(stripesButton(name)).toBeVisible();
      const region = screen.getByRole("region", { name: words.names[name] });
      expect(region).toContainElement(elementOf(name));
      expect(region).toHaveAttribute("data-section", name);
      await waitFor(() => expect(region).toHaveAttribute("data-state", "open"));
      expect(within(region).queryByRole("status")).toBeNull();
      expect(client.update).toHaveBeenCalledExactlyOnceWith({ purpose: "sections" });
    },
  );

  test("StrictMode opens one instance and mints one session, and unmounting logs out", async () => {
    const { client, events, unmount } = show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    expect(client.update).toHaveBeenCalledOnce();
    expect(connectJs().inits).toHaveLength(1);
    expect(document.querySelectorAll(tagOf("payouts"))).toHaveLength(1);
    await waitFor(() => expect(events).toHaveLength(2));
    expect(events).toEqual([
      { type: "section_opened", section: "payouts" },
      { type: "section_loaded", section: "payouts" },
    ]);
    expect(connectJs().logouts).toBe(0);
    unmount();
    await nextTask();
    expect(connectJs().logouts).toBe(1);
  });

  test("another account has another session, and the old one is logged out", async () => {
    const { client } = show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    const before = elementOf("payouts");
    act(() => client.show({ ...everything, scope: "scope-b", generation: 2 }));
    expect(before?.isConnected).toBe(false);
    await expect.element(stripesButton("payouts")).toBeVisible();
    expect(elementOf("payouts")).not.toBe(before);
    expect(connectJs().logouts).toBe(1);
  });

  test("the theme goes on to Stripe, now and when it changes", async () => {
    const { change } = show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    expect(connectJs().inits[0]?.appearance.variables).toMatchObject({ colorBackground: "rgb(255, 255, 255)" });
    change({ theme: { colorScheme: "dark" } });
    await waitFor(() => expect(connectJs().updates).toHaveLength(1));
    expect(connectJs().updates[0]?.appearance.variables).toMatchObject({ colorBackground: "rgb(22, 24, 29)" });
  });

  test("a failing load has a sentence, a reference and a retry, and no page of Stripe's that can't help", async () => {
    const client = playedClient({ ...everything, can: { ...everything.can, hosted: true } });
    const { events } = renderOnPage(<StripeSection name="payouts" />, { client });
    await expect.element(stripesButton("payouts")).toBeVisible();
    act(() => elementOf("payouts")?.failToLoad("render_error"));
    expect(screen.getByRole("alert")).toHaveTextContent("Stripe couldn't show this.");
    // Each part stands apart from the one before it.
    const parts = [...(screen.getByRole("region", { name: "Payouts" }).children ?? [])].map((part) =>
      part.getBoundingClientRect(),
    );
    expect(parts.length).toBeGreaterThan(2);
    for (const [index, part] of parts.slice(1).entries()) expect(part.top - (parts[index]?.bottom ?? 0)).toBe(16);
    expect(screen.getByText("Reference: render_error")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Open Stripe in a new page" })).toBeNull();
    expect(events.at(-1)).toEqual({ type: "section_load_failed", section: "payouts", cause: "render_error" });
    expect(elementOf("payouts")).toBeNull();
    await nextTask();
    expect(connectJs().logouts).toBe(1);

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByRole("region", { name: "Payouts" })).toHaveFocus();
    await expect.element(stripesButton("payouts")).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(client.update).toHaveBeenCalledTimes(2);
  });

  test("a section that takes long says so, and is taken when it comes", async () => {
    show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    cleanup();
    connectJs().isSilent = true;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    show("payouts");
    await act(() => vi.advanceTimersByTimeAsync(14_900));
    const late = elementOf("payouts");
    expect(late).not.toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(screen.getByRole("alert")).toHaveTextContent("Stripe takes long to show this.");
    screen.getByRole("button", { name: "Try again" }).focus();
    act(() => late?.fire("setOnLoaderStart", { elementTagName: "payouts" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("region", { name: "Payouts" }), "the button is gone").toHaveFocus();
    expect(elementOf("payouts")).toBe(late);
  });

  test("a promotion that has nothing to offer does not wait for ever", async () => {
    show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    cleanup();
    connectJs().isSilent = true;
    show("instant_payouts_promotion");
    await waitFor(() =>
      expect(elementOf("instant_payouts_promotion")?.values["setOnInstantPayoutsPromotionLoaded"]).toBeTypeOf(
        "function",
      ),
    );
    expect(screen.getByText("Loading from Stripe…")).toBeVisible();
    act(() =>
      elementOf("instant_payouts_promotion")?.fire("setOnInstantPayoutsPromotionLoaded", { promotionShown: false }),
    );
    expect(screen.queryByText("Loading from Stripe…")).toBeNull();
  });
});

describe("what this viewer can't see", () => {
  test.each(["not_connected", "role", "busy", "terminal", "unsupported"] as const)(
    "%s is one sentence, without a request and without alarm",
    async (why) => {
      const { client } = show("payouts", offering({ payouts: why }));
      const region = await screen.findByRole("region", { name: "Payouts" });
      expect(within(region).getByRole("status")).toHaveTextContent(words.notShown[why]);
      expect(screen.queryByRole("alert")).toBeNull();
      expect(screen.queryByRole("button")).toBeNull();
      expect(region).toHaveAttribute("data-state", why);
      expect(client.update).not.toHaveBeenCalled();
    },
  );

  test.each([
    ["busy", "Stripe is still setting this account up, or it is being disconnected. Wait a moment."],
    // Who reads it may not be allowed to connect.
    ["not_connected", "This appears here once Stripe is connected."],
  ] as const)("%s says what it stands for", async (why, sentence) => {
    show("payouts", offering({ payouts: why }));
    expect(await screen.findByRole("status")).toHaveTextContent(sentence);
  });

  test("a connection that ends closes the session and says why", async () => {
    const { client } = show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    act(() =>
      client.show(offering({ payouts: "not_connected" }, { status: "not_connected", account: null, revision: 9 })),
    );
    expect(screen.getByRole("status")).toHaveTextContent("This appears here once Stripe is connected.");
    expect(elementOf("payouts")).toBeNull();
    await nextTask();
    expect(connectJs().logouts).toBe(1);
  });

  test("who is signed out has no section any more", async () => {
    const { client } = show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    act(() => client.show(everything, { error: new ConnectionError("session_expired"), isStale: true }));
    expect(screen.getByRole("status")).toHaveTextContent("You have been signed out. Sign in again to go on.");
    expect(elementOf("payouts")).toBeNull();
    await nextTask();
    expect(connectJs().logouts).toBe(1);

    // Signed in again in another tab: the page asks for nothing by itself.
    client.refresh.mockImplementation(async () => {
      client.show(everything);
      return everything;
    });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByRole("region", { name: "Payouts" })).toHaveFocus();
    await expect.element(stripesButton("payouts")).toBeVisible();
  });

  test.each([
    ["session_expired", "You have been signed out. Sign in again to go on."],
    ["forbidden", words.notShown.role],
  ] as const)("an account session that is refused with %s is one sentence", async (code, sentence) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const client = playedClient(everything);
    client.update.mockRejectedValue(new ConnectionError(code));
    renderOnPage(<StripeSection name="payouts" />, { client });
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();

    client.update.mockResolvedValue(sessionNumber(1));
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByRole("region", { name: "Payouts" })).toHaveFocus();
    await expect.element(stripesButton("payouts")).toBeVisible();
    expect(screen.queryByText(sentence)).toBeNull();
    expect(client.refresh, "Stripe is not read for it").not.toHaveBeenCalled();
  });

  test("a connection that can't be loaded is one short sentence", async () => {
    const client = playedClient(null);
    renderOnPage(<StripeSection name="payouts" />, { client });
    expect(screen.queryByText("The Stripe connection can't be shown.")).toBeNull();
    act(() => client.show(null, { state: "failed", error: new ConnectionError("network") } as never));
    expect(await screen.findByText("The Stripe connection can't be shown.")).toBeVisible();

    // The page may have no card to try again with.
    client.refresh.mockRejectedValueOnce(new ConnectionError("network"));
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(client.refresh).toHaveBeenCalledOnce();
    expect(screen.getByText("The Stripe connection can't be shown.")).toBeVisible();
    act(() =>
      client.show(null, { state: "failed", error: new ConnectionError("network"), pending: "refresh" } as never),
    );
    expect(screen.getByRole("button", { name: "Try again" })).toHaveAttribute("aria-busy", "true");
    act(() => client.show(everything));
    expect(screen.getByRole("region", { name: "Payouts" })).toHaveFocus();
    await expect.element(stripesButton("payouts")).toBeVisible();
  });

  test("what the server does not offer is nothing at all, and a word to the developer", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { container, client } = show("documents", offering({ payouts: true }));
    expect(container).toBeEmptyDOMElement();
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('Add "documents" to `sections` of createConnectionHandler.'),
    );
    expect(client.update).not.toHaveBeenCalled();
  });
});

describe("notification_banner", () => {
  /** As a host puts it above the card, in a grid with a gap. */
  const above = (connection = everything) =>
    renderOnPage(
      <div data-testid="host" style={{ display: "grid", gap: 24 }}>
        <StripeSection name="notification_banner" />
        <div data-testid="card">The card</div>
      </div>,
      { client: playedClient(connection) },
    );
  const room = () =>
    screen.getByTestId("card").getBoundingClientRect().top - screen.getByTestId("host").getBoundingClientRect().top;
  const listening = () =>
    waitFor(() => expect(elementOf("notification_banner")?.values["setOnNotificationsChange"]).toBeTypeOf("function"));

  test("takes no room before it speaks, appears when it does, and goes when it is done", async () => {
    above();
    expect(room()).toBe(0);
    await listening();
    await waitFor(() => expect(elementOf("notification_banner")?.shadowRoot).not.toBeNull());
    expect(room()).toBe(0);
    expect(screen.queryByRole("region")).toBeNull();
    expect(screen.queryByText("Loading from Stripe…")).toBeNull();

    act(() => elementOf("notification_banner")?.fire("setOnNotificationsChange", { total: 2, actionRequired: 1 }));
    expect(room()).toBeGreaterThan(24);
    expect(screen.getByRole("region", { name: "Notices from Stripe" })).toBeVisible();

    act(() => elementOf("notification_banner")?.fire("setOnNotificationsChange", { total: 0, actionRequired: 0 }));
    expect(room()).toBe(0);
  });

  test("takes no room when it fails, and the host's events have the failure", async () => {
    const { events } = above();
    await listening();
    act(() => elementOf("notification_banner")?.failToLoad("api_error"));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(room()).toBe(0);
    expect(events.at(-1)).toEqual({ type: "section_load_failed", section: "notification_banner", cause: "api_error" });
  });

  test.each(["role", "not_connected", "busy"] as const)("is not there at all where it is not granted: %s", (why) => {
    const { client } = above(offering({ notification_banner: why }));
    expect(room()).toBe(0);
    expect(screen.getByTestId("host").children).toHaveLength(1);
    expect(client.update).not.toHaveBeenCalled();
  });
});

test("the troubleshooting panel tells nothing of a section, whose load doesn't mean that the form came", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const client = playedClient(everything);
  client.update.mockRejectedValue(new ConnectionError("stripe_unavailable"));
  const panel = () => document.querySelector('[data-rsc="troubleshoot-panel"]');
  const page = (part: ReactNode) =>
    renderOnPage(
      <>
        {part}
        <TroubleshootPanel connection={everything} onFix={() => {}} onCheck={() => {}} />
      </>,
      { client },
    );
  const section = page(<StripeSection name="payouts" />);
  expect(await screen.findByRole("alert")).toHaveTextContent("We couldn't open Stripe.");
  // The panel's own part comes later than a section fails.
  await nextTask();
  expect(panel()).not.toHaveTextContent("We couldn't open Stripe.");
  section.unmount();

  const form = page(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
  await waitFor(() => expect(panel()).toHaveTextContent("We couldn't open Stripe."));
  form.unmount();

  client.update.mockResolvedValue(sessionNumber(1));
  const { events } = page(<StripeSection name="payouts" />);
  await waitFor(() => expect(events).toContainEqual({ type: "section_loaded", section: "payouts" }));
  await waitFor(() => expect(panel()).toHaveTextContent("We couldn't open Stripe."));
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each([
    [
      "opening",
      everything,
      async (client: ReturnType<typeof playedClient>) => {
        client.update.mockReturnValue(new Promise(() => {}));
      },
    ],
    ["open", everything, async () => void (await stripesButton("payouts").findElement())],
    [
      "failed",
      everything,
      async () => {
        await stripesButton("payouts").findElement();
        act(() => elementOf("payouts")?.failToLoad("render_error"));
      },
    ],
    ["role", offering({ payouts: "role" }), async () => {}],
  ] as const)(`%s in ${colorScheme} has no fault that axe finds`, async (state, connection, arrange) => {
    document.body.style.background = colorScheme === "dark" ? "#16181d" : "#fff";
    const client = playedClient(connection);
    renderOnPage(<StripeSection name="payouts" />, { client, theme: { colorScheme } });
    await arrange(client);
    await waitFor(() => expect(screen.getByRole("region", { name: "Payouts" })).toHaveAttribute("data-state", state));
    const { violations } = await axe.run(document.body, {
      resultTypes: ["violations"],
      rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}

test("Arabic reads from right to left, with its own words", async () => {
  renderOnPage(<StripeSection name="payouts" />, {
    client: playedClient(offering({ payouts: "role" })),
    messages: ar,
    locale: "ar",
    dir: "rtl",
  });
  const region = await screen.findByRole("region", { name: "التحويلات" });
  expect(getComputedStyle(region).direction).toBe("rtl");
  expect(within(region).getByRole("status")).toHaveTextContent("ليست لديك صلاحية لعرض ذلك.");
});

describe("words that change under an open section", () => {
  const inGerman = (sections: Messages["sections"]) => ({ messages: { ...de, sections }, locale: "de" });
  const open = async () => {
    const shown = show("payouts");
    await expect.element(stripesButton("payouts")).toBeVisible();
    const element = elementOf("payouts");
    return {
      ...shown,
      isUntouched: async () => {
        await nextTask();
        expect(elementOf("payouts")).toBe(element);
        expect(shown.client.update).toHaveBeenCalledOnce();
        expect(connectJs().logouts).toBe(0);
      },
    };
  };

  test("another language leaves Stripe's element alone, and its words are there when they come", async () => {
    const { change, isUntouched } = await open();
    let arrive: (words: SectionMessages) => void = () => {};
    const pending = new Promise<SectionMessages>((resolve) => {
      arrive = resolve;
    });
    change(inGerman(() => pending));
    await isUntouched();
    expect(screen.getByRole("region", { name: "Payouts" })).toBeVisible();
    arrive(await de.sections());
    expect(await screen.findByRole("region", { name: "Auszahlungen" })).toBeVisible();
    await isUntouched();
  });

  test("a language that can't be fetched leaves the words that are there", async () => {
    const { change, events, isUntouched } = await open();
    const before = events.length;
    change(inGerman(() => Promise.reject(new Error("offline"))));
    await isUntouched();
    expect(screen.getByRole("region", { name: "Payouts" })).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(events.slice(before), "nothing failed for the person").toEqual([]);
  });

  test("a host that writes its words inline opens one session, however often it renders", async () => {
    const adapter = fixtureAdapter(everything);
    const createAccountSession = vi.spyOn(adapter, "createAccountSession").mockResolvedValue(sessionNumber(1));
    const page = () => (
      <StripeConnectionProvider
        adapter={adapter}
        platformName="Acme Cloud"
        messages={{
          card: { contact: (platform) => `Write to ${platform}` },
          sections: { names: { payouts: "Money" } },
        }}
      >
        <StripeSection name="payouts" />
      </StripeConnectionProvider>
    );
    const { rerender } = render(page());
    await expect.element(stripesButton("payouts")).toBeVisible();
    const element = elementOf("payouts");
    for (let keystroke = 0; keystroke < 5; keystroke++) {
      rerender(page());
      await nextTask();
    }
    expect(elementOf("payouts")).toBe(element);
    expect(createAccountSession).toHaveBeenCalledOnce();
    expect(screen.getByRole("region", { name: "Money" })).toBeVisible();
  });
});

test("a host's own words go before the language's", async () => {
  const { mergeMessages } = await import("../../src/messages/mergeMessages.js");
  const { en } = await import("../../src/messages/en.js");
  renderOnPage(<StripeSection name="payouts" />, {
    client: playedClient(offering({ payouts: "role" })),
    messages: mergeMessages(en, { sections: { names: { payouts: "Your money" }, notShown: { role: "Ask Ada." } } }),
  });
  const region = await screen.findByRole("region", { name: "Your money" });
  expect(within(region).getByRole("status")).toHaveTextContent("Ask Ada.");
});
