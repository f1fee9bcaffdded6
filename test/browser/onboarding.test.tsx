import { useLayoutEffect } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { commands, page, userEvent } from "vitest/browser";
import type { Connection } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import { StripeOnboarding } from "../../src/components/StripeOnboarding/StripeOnboarding.js";
import { useStripeConnection } from "../../src/react/useStripeConnection.js";
import { inProgress, playedClient, renderOnPage, sessionNumber } from "../support/onboardingPage.js";

interface PlayedElement extends HTMLElement {
  values: Record<string, unknown>;
  secrets: string[];
  fire(setter: string, value?: unknown): void;
  failToLoad(type: string): void;
  askAgain(): Promise<string>;
}
interface ConnectJs {
  inits: Array<{ publishableKey: string; locale: string; appearance: { variables: Record<string, unknown> } }>;
  updates: Array<{ appearance: { variables: Record<string, unknown> }; locale: string }>;
  logouts: number;
  elements: PlayedElement[];
  failInit: boolean;
  isSilent: boolean;
}
const connectJs = () => (window as unknown as { __minimalConnect: ConnectJs }).__minimalConnect;
const theForm = () => document.querySelector<PlayedElement>("stripe-connect-account-onboarding");
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => commands.routeConnectJs("minimal"));
afterEach(async () => {
  cleanup();
  await nextTask(); // logout is a task of its own
  const record = connectJs();
  if (record)
    Object.assign(record, { inits: [], updates: [], logouts: 0, elements: [], failInit: false, isSilent: false });
});

/** Stripe's own button, in the shadow root of its element. */
const stripesButton = (name: string) => page.getByRole("button", { name });

describe("StripeOnboarding", () => {
  test("opens Stripe's form in a region whose heading has the focus", async () => {
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    const region = screen.getByRole("region", { name: "Update Stripe information" });
    expect(region).toHaveAttribute("data-rsc", "onboarding");
    expect(screen.getByRole("heading", { name: "Update Stripe information" })).toHaveFocus();
    expect(within(region).getByRole("status")).toHaveTextContent("Loading Stripe's form…");
    await waitFor(() => expect(region).toHaveTextContent("Stripe may open a small window to sign you in."));

    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    await waitFor(() => expect(within(region).queryByRole("status")).toBeNull());
    expect(connectJs().inits[0]).toMatchObject({ publishableKey: "pk_test_acme", locale: "en" });
    expect(theForm()?.values["setCollectionOptions"]).toEqual({ fields: "currently_due", futureRequirements: "omit" });
  });

  test("C6 StrictMode opens one instance and mints one session", async () => {
    const { client, events, unmount } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(client.update).toHaveBeenCalledExactlyOnceWith({ purpose: "onboarding" });
    expect(connectJs().inits).toHaveLength(1);
    expect(document.querySelectorAll("stripe-connect-account-onboarding")).toHaveLength(1);
    expect(connectJs().logouts).toBe(0);
    await waitFor(() => expect(events).toHaveLength(2));
    expect(events).toEqual([
      { type: "onboarding_opened", purpose: "onboarding" },
      { type: "onboarding_loaded", purpose: "onboarding" },
    ]);
    unmount();
    await nextTask();
    expect(connectJs().logouts).toBe(1);
  });

  test("asks for the named requirements and no others, with what is due later where it is among them", async () => {
    const requirements = ["individual.id_number"];
    const { client } = renderOnPage(
      <StripeOnboarding purpose="onboarding" requirements={requirements} onExit={() => {}} />,
    );
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(client.update).toHaveBeenCalledWith({ purpose: "onboarding", requirements });
    expect(theForm()?.values["setCollectionOptions"]).toEqual({
      fields: "currently_due",
      futureRequirements: "include",
      requirements: { only: requirements },
    });
  });

  test("what is asked for does not change under a person's hands when the connection does", async () => {
    const { client } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    const form = theForm();
    act(() => client.show({ ...inProgress, reason: "future_requirements", status: "connected", revision: 4 }));
    expect(theForm()).toBe(form);
    expect(form?.values["setCollectionOptions"]).toMatchObject({ futureRequirements: "omit" });
    expect(client.update).toHaveBeenCalledOnce();
  });

  test("manages a connected account, with Stripe's banner above, and without it where it can't load", async () => {
    const { events } = renderOnPage(<StripeOnboarding purpose="management" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-management")).toBeVisible();
    const banner = document.querySelector<PlayedElement>("stripe-connect-notification-banner");
    // The two are there when each is: the banner may be the later one.
    await waitFor(() => expect(banner?.values["setOnLoadError"]).toBeTypeOf("function"));
    act(() => banner?.failToLoad("invalid_request_error"));
    await waitFor(() => expect(document.querySelector("stripe-connect-notification-banner")).toBeNull());
    expect(screen.queryByRole("alert")).toBeNull();
    await waitFor(() => expect(events).toHaveLength(2));
    expect(events).toEqual([
      { type: "onboarding_opened", purpose: "management" },
      { type: "onboarding_loaded", purpose: "management" },
    ]);
  });

  test("keeps no room for a banner that has nothing to say, and room when it has", async () => {
    renderOnPage(<StripeOnboarding purpose="management" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-management")).toBeVisible();
    const banner = document.querySelector<PlayedElement>("stripe-connect-notification-banner");
    const place = banner?.closest("[data-part=banner]");
    const margin = () => place && getComputedStyle(place).marginBlockEnd;
    await waitFor(() => expect(banner?.values["setOnNotificationsChange"]).toBeTypeOf("function"));
    expect(margin()).toBe("0px");
    act(() => banner?.fire("setOnNotificationsChange", { total: 2, actionRequired: 1 }));
    expect(margin()).toBe("16px");
    const management = document.querySelector("stripe-connect-account-management");
    expect(banner?.compareDocumentPosition(management as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    act(() => banner?.fire("setOnNotificationsChange", { total: 0, actionRequired: 0 }));
    expect(margin()).toBe("0px");
  });

  test.each(["onboarding", "management"] as const)(
    "tells of the pop-up before it comes, and not after it has gone: %s",
    async (purpose) => {
      renderOnPage(<StripeOnboarding purpose={purpose} onExit={() => {}} />);
      const tag = `stripe-connect-account-${purpose}`;
      await expect.element(stripesButton(`Close ${tag}`)).toBeVisible();
      const hint = () => screen.queryByText(/Stripe may open a small window/);
      const form = document.querySelector<PlayedElement>(tag);
      act(() => form?.fire("setOnStepChange", { step: "stripe_user_authentication" }));
      expect(hint()).toBeVisible();
      act(() => form?.fire("setOnStepChange", { step: "business_type" }));
      act(() => form?.fire("setOnSectionOpen", { sectionName: "bank_accounts" }));
      expect(hint()).toBeNull();
    },
  );

  test("C9 leaving is not finishing: the server looks, whoever says that the flow was left", async () => {
    const onExit = vi.fn<() => void>();
    const { client, events } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={onExit} />);
    await stripesButton("Close stripe-connect-account-onboarding").click();
    expect(client.settle).toHaveBeenCalledOnce();
    expect(onExit).toHaveBeenCalledOnce();
    expect(events.at(-1)).toEqual({ type: "onboarding_exited", purpose: "onboarding" });
    await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
    expect(client.settle).toHaveBeenCalledTimes(2);
    expect(onExit).toHaveBeenCalledTimes(2);
  });

  test("steps reach the host without personal data", async () => {
    const { events } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    act(() => theForm()?.fire("setOnStepChange", { step: "business_details", email: "jenny@example.com" }));
    expect(events.at(-1)).toEqual({ type: "onboarding_step", step: "business_details" });
    act(() => theForm()?.fire("setOnStepChange", { step: "https://stripe.example/jenny@example.com" }));
    expect(events.at(-1)).toEqual({ type: "onboarding_step", step: "other" });
  });

  const other: Connection = { ...inProgress, scope: "scope-b", generation: 2 };
  other.account = { id: "acct_2Other", displayName: null, country: null, defaultCurrency: null, createdAt: null };

  test("C5 another account has another form: the old element and session are gone", async () => {
    const seen: string[] = [];
    /** What stands in the page when React has put a change into it. */
    function Witness() {
      const accountId = useStripeConnection(({ connection }) => connection?.account?.id);
      useLayoutEffect(() => void seen.push(`${accountId}: ${theForm() ? "a form" : "no form"}`), [accountId]);
      return null;
    }
    const { client } = renderOnPage(
      <>
        <StripeOnboarding purpose="onboarding" onExit={() => {}} />
        <Witness />
      </>,
    );
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    const before = theForm();
    act(() => client.show(other));
    expect(seen.at(-1), "in the same render, not after the next answer").toBe("acct_2Other: no form");
    expect(before?.isConnected).toBe(false);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(theForm()).not.toBe(before);
    expect(theForm()?.secrets).toEqual(["accs_secret_2"]);
    expect(connectJs().logouts).toBe(1);
  });

  test("C5 what comes late for the account before changes nothing", async () => {
    const client = playedClient();
    let refuse: (error: ConnectionError) => void = () => {};
    client.update.mockReturnValueOnce(new Promise((_, reject) => (refuse = reject)));
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { client });
    await waitFor(() => expect(client.update).toHaveBeenCalledOnce());
    act(() => client.show(other));
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    await act(async () => refuse(new ConnectionError("internal")));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(theForm()).not.toBeNull();
  });

  test("C7 a hundred openings and closings leave nothing behind, also before the script is there", async () => {
    const nodes = document.querySelectorAll("*").length;
    for (let round = 0; round < 100; round += 1) {
      renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
      if (round % 10 === 0) await stripesButton("Close stripe-connect-account-onboarding").findElement();
      cleanup();
    }
    await nextTask();
    expect(document.querySelectorAll("*").length - nodes).toBeLessThan(5);
    expect(connectJs().logouts).toBe(connectJs().inits.length);
  });

  test("C8 a session that expires is followed by a fresh one of the server's", async () => {
    const { client } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    await expect(theForm()?.askAgain()).resolves.toBe("accs_secret_2");
    await expect(theForm()?.askAgain()).resolves.toBe("accs_secret_3");
    expect(client.update).toHaveBeenCalledTimes(3);
  });

  test("C8 a right that was taken away meanwhile closes the form", async () => {
    const { client } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    client.update.mockRejectedValueOnce(new ConnectionError("forbidden"));
    await act(() => expect(theForm()?.askAgain()).rejects.toThrow("forbidden"));
    expect(screen.getByRole("alert")).toHaveTextContent("You can't change this connection.");
    expect(theForm()).toBeNull();
    expect(connectJs().logouts).toBe(1);
  });

  test("C4 a session that has no secret is an error with a way on, and connect.js never sees it", async () => {
    const client = playedClient();
    client.update.mockResolvedValueOnce({ ...sessionNumber(1), clientSecret: undefined as unknown as string });
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { client });
    expect(await screen.findByRole("alert")).toHaveTextContent("We couldn't open Stripe.");
    expect(connectJs().inits).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
  });

  test.each([
    ["api_connection_error", "Stripe can't be reached."],
    ["authentication_error", "Stripe couldn't sign you in."],
    ["account_session_create_error", "We couldn't open Stripe."],
    ["invalid_request_error", "Stripe didn't accept the request."],
    ["rate_limit_error", "Too many attempts in a short time."],
    ["render_error", "Stripe couldn't show this."],
    ["api_error", "Something went wrong at Stripe."],
    ["an_error_of_next_year", "Something went wrong at Stripe."],
  ])("C10 %s has a sentence and a next step, and a late callback does not undo it", async (type, title) => {
    const { events } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    const form = theForm();
    act(() => form?.failToLoad(type));
    expect(screen.getByRole("alert")).toHaveTextContent(title);
    expect(events.at(-1)).toMatchObject({ type: "onboarding_load_failed" });
    act(() => form?.fire("setOnLoaderStart", { elementTagName: "account-onboarding" }));
    act(() => form?.failToLoad("rate_limit_error"));
    expect(screen.getByRole("alert")).toHaveTextContent(title);
    expect(theForm()).toBeNull();

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByRole("heading")).toHaveFocus();
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(theForm()?.secrets).toEqual(["accs_secret_2"]);
  });

  test("C11 a sign-in that failed tells about pop-ups", async () => {
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    act(() => theForm()?.failToLoad("authentication_error"));
    expect(screen.getByRole("alert")).toHaveTextContent("Allow pop-ups for this site");
  });

  test("a script that throws while starting is told, and nothing is rejected unseen", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    connectJs().failInit = true;
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    expect(await screen.findByRole("alert")).toHaveTextContent("Stripe couldn't start.");
    expect(theForm()).toBeNull();
  });

  test("where Stripe grants it, its own page is the way out", async () => {
    const client = playedClient({ ...inProgress, simulated: true, can: { ...inProgress.can, hosted: true } });
    client.openHosted.mockRejectedValueOnce(new ConnectionError("hosted_unavailable"));
    client.openHosted.mockRejectedValueOnce(new ConnectionError("invalid_response"));
    client.openHosted.mockResolvedValueOnce({ url: `${location.href}#stripes-own-page`, expiresAt: "" });
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { client });
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    act(() => theForm()?.failToLoad("render_error"));
    const open = () => userEvent.click(screen.getByRole("button", { name: "Open Stripe in a new page" }));
    await open();
    expect(await screen.findByText(/Stripe has no separate page/)).toBeVisible();
    await open();
    expect(await screen.findByText(/an answer that can't be read/)).toBeVisible();
    await open();
    await waitFor(() => expect(location.hash).toBe("#stripes-own-page"));
    history.replaceState(null, "", location.pathname + location.search);
  });

  test("elsewhere the support details and another browser are", async () => {
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    act(() => theForm()?.failToLoad("render_error"));
    expect(screen.queryByRole("button", { name: "Open Stripe in a new page" })).toBeNull();
    const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await userEvent.click(screen.getByRole("button", { name: "Copy support details" }));
    expect(await screen.findByText("Copied")).toBeVisible();
    expect(written.mock.calls[0]?.[0]).toMatch(/account: acct_1Acme[\s\S]*form: render_error/);
    expect(screen.getByText(/another browser or send the support details to Acme Cloud/)).toBeVisible();
  });

  test("C14 who is signed out has no form any more", async () => {
    const { client } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    act(() => client.show(inProgress, { error: new ConnectionError("session_expired"), isStale: true }));
    expect(screen.getByRole("alert")).toHaveTextContent("You were signed out.");
    expect(theForm()).toBeNull();
    await nextTask();
    expect(connectJs().logouts).toBe(1);
  });

  test("an account that was disconnected elsewhere has no form any more", async () => {
    const { client } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    act(() => client.show({ ...inProgress, status: "not_connected", account: null, revision: 9 }));
    expect(screen.getByRole("alert")).toHaveTextContent("This Stripe account is no longer connected.");
    expect(theForm()).toBeNull();
  });

  test("the theme goes on to Stripe's form, now and when it changes", async () => {
    const { change } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(connectJs().inits[0]?.appearance.variables).toMatchObject({
      colorPrimary: "rgb(90, 80, 240)",
      colorBackground: "rgb(255, 255, 255)",
      borderRadius: "8px",
      fontSizeBase: "14px",
    });
    expect(connectJs().updates).toEqual([]);
    change({ theme: { colorScheme: "dark" } });
    await waitFor(() => expect(connectJs().updates).toHaveLength(1));
    expect(connectJs().updates[0]?.appearance.variables).toMatchObject({ colorBackground: "rgb(22, 24, 29)" });
    document.documentElement.style.setProperty("--rsc-accent", "oklch(60% 0.15 150)");
    await waitFor(() => expect(connectJs().updates).toHaveLength(2));
    expect(connectJs().updates[1]?.appearance.variables["colorPrimary"]).toMatch(/^rgb\(\d+, \d+, \d+\)$/);
    document.documentElement.style.removeProperty("--rsc-accent");
    change({ locale: "de_AT" });
    await waitFor(() => expect(connectJs().updates.at(-1)?.locale).toBe("de-AT"));
  });

  test("Stripe's overlays stay above all that is ours", async () => {
    const root = document.documentElement.style;
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(connectJs().inits[0]?.appearance.variables["overlayZIndex"]).toBe(10_000);
    root.setProperty("--rsc-overlay-z-index", "70");
    root.setProperty("--rsc-layer", "50");
    await waitFor(() => expect(connectJs().updates.at(-1)?.appearance.variables["overlayZIndex"]).toBe(70));
    root.setProperty("--rsc-layer", "20000");
    await waitFor(() => expect(connectJs().updates.at(-1)?.appearance.variables["overlayZIndex"]).toBe(20_001));
    root.removeProperty("--rsc-overlay-z-index");
    root.removeProperty("--rsc-layer");
  });

  test("fonts of the host go to Stripe's form, and another list opens no second one", async () => {
    const fonts = [{ family: "Acme Sans", src: "url(https://acme.example/sans.woff2)", weight: "400 700" }];
    const { change, client } = renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { fonts });
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    expect(connectJs().inits[0]).toMatchObject({ fonts });
    change({ fonts: [{ cssSrc: "https://acme.example/fonts.css" }] });
    await nextTask();
    expect(connectJs().inits).toHaveLength(1);
    expect(connectJs().logouts).toBe(0);
    expect(client.update).toHaveBeenCalledOnce();
  });

  test("C13 a value that Stripe would refuse is dropped, with a word to the developer", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const root = document.documentElement.style;
    root.setProperty("--rsc-accent", "url(x)");
    root.setProperty("--rsc-radius-control", "99px");
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
    await expect.element(stripesButton("Close stripe-connect-account-onboarding")).toBeVisible();
    const variables = connectJs().inits[0]?.appearance.variables;
    expect(variables).not.toHaveProperty("colorPrimary");
    expect(variables).not.toHaveProperty("borderRadius");
    expect(variables).toHaveProperty("colorText");
    expect(warn).toHaveBeenCalledWith(expect.stringContaining("--rsc-accent, --rsc-radius-control"));
    root.removeProperty("--rsc-accent");
    root.removeProperty("--rsc-radius-control");
  });
});
