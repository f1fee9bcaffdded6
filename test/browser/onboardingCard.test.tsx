import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { commands, userEvent } from "vitest/browser";
import type { AccountSession } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import { StripeConnectionCard, StripeConnectionProvider, TroubleshootPanel } from "../../src/index.js";
import { fixtures } from "../../src/testing/index.js";
import {
  connectJs,
  countingAdapter,
  forgetConnectJs,
  needsDetails,
  PATIENCE,
  pressUpdate,
  renderCard,
  theForm,
  theFormIsThere,
  theRegion,
} from "../support/onboardingCard.js";
import { sessionNumber } from "../support/onboardingPage.js";

// Every fault of the catalogue's group C, as a person meets it: on the card. The setup fails each test that leaves a
// rejected promise or a console error behind.

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";
const tags = () => [...document.scripts].filter((script) => script.src === CONNECT_JS);
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
/** The region is another element once its code is here. */
const theAlert = () => waitFor(() => within(theRegion()).getByRole("alert"));
const tryAgain = () => userEvent.click(within(theRegion()).getByRole("button", { name: "Try again" }));
/** As if nothing of Stripe's had ever been in this page. */
const forgetScript = () => {
  Reflect.deleteProperty(window, "StripeConnect");
  for (const tag of tags()) tag.remove();
};

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await commands.routeConnectJs("minimal");
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await nextTask(); // logout is a task of its own
  forgetConnectJs();
  forgetScript();
});

test("until somebody opens the form nothing is asked of Stripe, and no session of the server", async () => {
  const { adapter, times } = countingAdapter();
  renderCard(adapter);
  await screen.findByRole("button", { name: "Update Stripe information" });
  await nextTask();
  expect(tags()).toHaveLength(0);
  expect(times("createAccountSession")).toBe(0);
});

describe("Stripe's script", () => {
  test("C1 blocked: the card says so and stays usable, Stripe's own page is a way out, and Try again works without a reload", async () => {
    await commands.routeConnectJs("blocked");
    const hosted = vi.fn(async () => ({ url: `${location.href}#stripes-own-page`, expiresAt: "2026-11-22T15:00:00Z" }));
    const state = { ...needsDetails, simulated: true, can: { ...needsDetails.can, hosted: true as const } };
    const { adapter, times } = countingAdapter(state, { createOnboardingLink: hosted });
    const { events } = renderCard(adapter);
    await pressUpdate();
    expect(await theAlert()).toHaveTextContent(
      "Stripe didn't load. A content blocker or your network may be stopping it.",
    );
    expect(screen.getByText("In progress")).toBeVisible();
    expect(screen.getByRole("button", { name: "More actions" })).toBeEnabled();
    expect(times("createAccountSession"), "no session for a form that can't come").toBe(0);
    await waitFor(() => expect(events).toContainEqual({ type: "onboarding_load_failed", cause: "script_blocked" }));

    await userEvent.click(screen.getByRole("button", { name: "Open Stripe in a new page" }));
    await waitFor(() => expect(location.hash).toBe("#stripes-own-page"));
    history.replaceState(null, "", location.pathname + location.search);

    await commands.routeConnectJs("minimal");
    await tryAgain();
    await theFormIsThere();
    expect(times("createAccountSession")).toBe(1);
    expect(tags()).toHaveLength(1);
  });

  test("C1 offline: the hint says it before anything has failed, and goes when the network comes", async () => {
    await commands.routeConnectJs("hangs");
    const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    renderCard(countingAdapter().adapter);
    await pressUpdate();
    await waitFor(() => expect(within(theRegion()).getByText(/You're offline/)).toBeVisible());
    onLine.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event("online")));
    expect(within(theRegion()).queryByText(/You're offline/)).toBeNull();
    await commands.routeConnectJs("minimal");
    await theFormIsThere();
  });

  test("C2 clobbered by an element of its name: told, and Try again works once the script is whole", async () => {
    const clobber = document.createElement("form");
    clobber.id = "StripeConnect";
    clobber.append(Object.assign(document.createElement("button"), { name: "init" }));
    document.body.append(clobber);
    await commands.routeConnectJs("empty");
    const { adapter, times } = countingAdapter();
    renderCard(adapter);
    await pressUpdate();
    expect(await theAlert()).toHaveTextContent("Stripe couldn't start.");
    expect(times("createAccountSession")).toBe(0);
    await commands.routeConnectJs("minimal");
    await tryAgain();
    await theFormIsThere();
    clobber.remove();
  });

  test("C3 that never comes: told after 15 s, and what comes later undoes nothing", async () => {
    await commands.routeConnectJs("hangs");
    renderCard(countingAdapter().adapter);
    await screen.findByRole("button", { name: "Update Stripe information" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    act(() => screen.getByRole("button", { name: "Update Stripe information" }).click());
    await expect.poll(() => tags(), { timeout: PATIENCE }).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(14_900));
    expect(screen.queryByRole("alert")).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(within(theRegion()).getByRole("alert")).toHaveTextContent("Stripe takes too long.");
    vi.useRealTimers();
    await commands.routeConnectJs("minimal"); // answers what was held
    await nextTask();
    expect(within(theRegion()).getByRole("alert")).toBeVisible();
    expect(theForm()).toBeNull();
    await tryAgain();
    await theFormIsThere();
  });
});

describe("the account session", () => {
  test.each([
    [
      "rejected",
      () => Promise.reject(new ConnectionError("stripe_unavailable", { requestId: "req_9" })),
      "Stripe can't",
    ],
    ["without a secret", async () => ({}) as AccountSession, "We couldn't open Stripe."],
    ["undefined", async () => undefined as unknown as AccountSession, "We couldn't open Stripe."],
    ["empty", async () => ({ ...sessionNumber(1), clientSecret: "" }), "We couldn't open Stripe."],
    ["a number", async () => ({ ...sessionNumber(1), clientSecret: 7 }) as never, "We couldn't open Stripe."],
  ])("C4 %s: told with a way on, and connect.js never gets it", async (_, answer, said) => {
    let isMended = false;
    const { adapter } = countingAdapter(needsDetails, {
      createAccountSession: () => (isMended ? Promise.resolve(sessionNumber(5)) : answer()),
    });
    renderCard(adapter);
    await pressUpdate();
    expect(await theAlert()).toHaveTextContent(said);
    expect(connectJs()?.inits).toEqual([]);
    expect(theForm()).toBeNull();
    isMended = true;
    await tryAgain();
    await theFormIsThere();
    expect(theForm()?.secrets).toEqual(["accs_secret_5"]);
  });

  test("C6 one for an opening under StrictMode, and one instance, whatever the elements do", async () => {
    const { adapter, times } = countingAdapter();
    renderCard(adapter);
    await pressUpdate();
    await theFormIsThere();
    expect(times("createAccountSession")).toBe(1);
    expect(connectJs()?.inits).toHaveLength(1);
    expect(document.querySelectorAll("stripe-connect-account-onboarding")).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
    await pressUpdate();
    await theFormIsThere();
    expect(times("createAccountSession")).toBe(2);
    expect(connectJs()).toMatchObject({ logouts: 1 });
  });

  test("C8 expired in the middle: the server gives a fresh one each time, and the form stays", async () => {
    const { adapter, times } = countingAdapter();
    renderCard(adapter);
    await pressUpdate();
    await theFormIsThere();
    const form = theForm();
    await act(() => expect(form?.askAgain()).resolves.toBe("accs_secret_2"));
    await act(() => expect(form?.askAgain()).resolves.toBe("accs_secret_3"));
    expect(times("createAccountSession")).toBe(3);
    expect(theForm()).toBe(form);
  });

  test("C8 the right was taken away meanwhile: the form closes and the card says why", async () => {
    let isAllowed = true;
    const { adapter } = countingAdapter(needsDetails, {
      createAccountSession: async () => {
        if (!isAllowed) throw new ConnectionError("forbidden");
        return sessionNumber(1);
      },
    });
    renderCard(adapter);
    await pressUpdate();
    await theFormIsThere();
    isAllowed = false;
    await act(() => expect(theForm()?.askAgain()).rejects.toThrow("forbidden"));
    expect(theForm()).toBeNull();
    expect(await theAlert()).toHaveTextContent("You can't change this connection. Ask an admin to do it");
    await waitFor(() => expect(connectJs()?.logouts).toBe(1));
  });
});

test("C5 a new account in the same card never shows the form of the old one", async () => {
  let state = needsDetails;
  const { adapter } = countingAdapter(needsDetails, { getConnection: async () => state, refresh: async () => state });
  renderCard(adapter);
  await pressUpdate();
  await theFormIsThere();
  const old = theForm();
  state = { ...needsDetails, generation: 9, revision: needsDetails.revision + 5 };
  state.account = { ...(needsDetails.account as NonNullable<typeof needsDetails.account>), id: "acct_2Second" };
  await userEvent.click(screen.getByRole("button", { name: "More actions" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Check status now" }));
  await waitFor(() => expect(old?.isConnected).toBe(false));
  await waitFor(() => expect(connectJs()?.logouts).toBe(1));
  await pressUpdate();
  await theFormIsThere();
  expect(theForm()).not.toBe(old);
  expect(theForm()?.secrets).toEqual(["accs_secret_2"]);
});

test("C7 closed before the script is there: nothing is appended, and no session is minted", async () => {
  await commands.routeConnectJs("hangs");
  const { adapter, times } = countingAdapter();
  renderCard(adapter);
  await pressUpdate();
  await waitFor(() => expect(tags()).toHaveLength(1));
  await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
  await nextTask();
  await commands.routeConnectJs("minimal");
  await waitFor(() => expect(window).toHaveProperty("StripeConnect"));
  await nextTask();
  expect(times("createAccountSession")).toBe(0);
  expect(theForm()).toBeNull();
  expect(connectJs()?.inits).toEqual([]);
});

test("C9 left with nothing sent: the server reads again at once and a little later, and the card claims nothing", async () => {
  const { adapter, times } = countingAdapter();
  const { events } = renderCard(adapter);
  await pressUpdate();
  await theFormIsThere();
  const before = times("getConnection");
  await userEvent.click(theForm()?.shadowRoot?.querySelector("button") as HTMLElement);
  await waitFor(() => expect(screen.queryByRole("region", { name: "Update Stripe information" })).toBeNull());
  await waitFor(() => expect(screen.getByRole("button", { name: "Update Stripe information" })).toHaveFocus());
  await waitFor(() => expect(times("refresh")).toBe(1));
  await waitFor(() => expect(times("getConnection")).toBeGreaterThan(before));
  expect(screen.getByText("In progress")).toBeVisible();
  expect(events.filter(({ type }) => type === "onboarding_exited")).toHaveLength(1);
  expect(events.filter(({ type }) => type === "status_changed")).toHaveLength(0);
});

const TYPES: Array<[string, string, string]> = [
  ["api_connection_error", "Stripe can't be reached.", "Check your internet connection"],
  ["authentication_error", "Stripe couldn't sign you in.", "Allow pop-ups for this site"],
  ["account_session_create_error", "We couldn't open Stripe.", "Try again to get a new one."],
  ["invalid_request_error", "Stripe didn't accept the request.", "doesn't begin with https"],
  ["rate_limit_error", "Too many attempts in a short time.", "Wait a minute"],
  ["render_error", "Stripe couldn't show this.", "Switch extensions off"],
  ["api_error", "Something went wrong at Stripe.", "Try again in a few minutes."],
];

test.each(TYPES)("C10 %s: its own message and next step, final until Try again", async (type, title, step) => {
  const { events } = renderCard(countingAdapter().adapter);
  await pressUpdate();
  await theFormIsThere();
  const form = theForm();
  act(() => form?.failToLoad(type));
  const alert = await theAlert();
  expect(alert).toHaveTextContent(title);
  expect(alert).toHaveTextContent(step);
  expect(within(theRegion()).getByText(`Reference: ${type}`)).toBeVisible();
  expect(within(theRegion()).getByRole("button", { name: "Copy support details" })).toBeVisible();
  expect(within(theRegion()).getByText(/use another browser or send the support details to Acme Cloud/)).toBeVisible();
  expect(JSON.stringify(events)).not.toContain("as the test says");
  act(() => form?.fire("setOnLoaderStart", { elementTagName: "account-onboarding" }));
  act(() => form?.fire("setOnStepChange", { step: "business_type" }));
  expect(within(theRegion()).getByRole("alert")).toHaveTextContent(title);
  await tryAgain();
  await theFormIsThere();
  expect(within(theRegion()).queryByRole("alert")).toBeNull();
});

test("C10 the seven messages are seven, and so are the next steps", () => {
  expect(new Set(TYPES.map(([, title]) => title)).size).toBe(7);
  expect(new Set(TYPES.map(([, , step]) => step)).size).toBe(7);
});

test("C11 before Stripe's window the card says that one may come, and afterwards what to do when it did not", async () => {
  renderCard(countingAdapter().adapter);
  await pressUpdate();
  await waitFor(() =>
    expect(within(theRegion()).getByText(/Stripe may open a small window.*allow pop-ups/)).toBeVisible(),
  );
  await theFormIsThere();
  expect(within(theRegion()).getByText(/Stripe may open a small window/)).toBeVisible();
  act(() => theForm()?.failToLoad("authentication_error"));
  expect(await theAlert()).toHaveTextContent("Allow pop-ups for this site, then try again");
});

test("C12 a key of the other mode from the server: refused before Stripe is asked, and never shown", async () => {
  const { adapter } = countingAdapter(needsDetails, {
    createAccountSession: async () => ({ ...sessionNumber(1), publishableKey: "pk_live_Acme51verysecret" }),
  });
  const { container } = renderCard(adapter);
  await pressUpdate();
  expect(await theAlert()).toHaveTextContent("Stripe isn't set up correctly here.");
  expect(connectJs()?.inits).toEqual([]);
  expect(container.innerHTML).not.toContain("verysecret");
  expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain("verysecret");
});

test("C13 tokens of the host that Stripe would refuse are dropped with a word to the developer, the rest goes on", async () => {
  const root = document.documentElement.style;
  root.setProperty("--rsc-accent", "url(x)");
  root.setProperty("--rsc-radius-control", "99px");
  root.setProperty("--rsc-text", "oklch(30% 0.05 250)");
  renderCard(countingAdapter().adapter);
  await pressUpdate();
  await theFormIsThere();
  const variables = connectJs()?.inits[0]?.appearance.variables;
  expect(variables).not.toHaveProperty("colorPrimary");
  expect(variables).not.toHaveProperty("borderRadius");
  expect(variables?.["colorText"]).toMatch(/^rgb\(\d+, \d+, \d+\)$/);
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("--rsc-accent, --rsc-radius-control"));
  for (const name of ["accent", "radius-control", "text"]) root.removeProperty(`--rsc-${name}`);
});

test("C14 signed out of the host: Stripe's session is ended, the form is gone, and the host is told once", async () => {
  let isSignedIn = true;
  const onAuthError = vi.fn();
  const answer = async () => {
    if (!isSignedIn) throw new ConnectionError("session_expired");
    return needsDetails;
  };
  const { adapter } = countingAdapter(needsDetails, { getConnection: answer, refresh: answer });
  renderCard(adapter, { onAuthError });
  await pressUpdate();
  await theFormIsThere();
  isSignedIn = false;
  await userEvent.click(screen.getByRole("button", { name: "More actions" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Check status now" }));
  expect(await theAlert()).toHaveTextContent("You were signed out.");
  expect(theForm()).toBeNull();
  await waitFor(() => expect(connectJs()?.logouts).toBe(1));
  expect(onAuthError).toHaveBeenCalledOnce();
});

describe("the focus", () => {
  test("goes back to the row that had opened the form for just that", async () => {
    renderCard(countingAdapter().adapter);
    const rows = await waitFor(() => {
      const found = within(screen.getByRole("list", { name: /./ })).getAllByRole("button");
      expect(found.length).toBeGreaterThan(1);
      return found;
    });
    const name = rows[1]?.textContent;
    await userEvent.click(rows[1] as HTMLElement);
    await waitFor(() => expect(screen.getByRole("heading", { name: "Update Stripe information" })).toHaveFocus());
    await theFormIsThere();
    expect(theForm()?.values["setCollectionOptions"]).toHaveProperty("requirements.only");
    await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(name));
  });

  test("goes back to the three dots where the form was opened from there", async () => {
    renderCard(countingAdapter().adapter);
    await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Update Stripe information" }));
    await theFormIsThere();
    await waitFor(() => expect(screen.getByRole("heading", { name: "Update Stripe information" })).toHaveFocus());
    await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "More actions" })).toHaveFocus());
  });
});

test("connected with nothing due opens the account's management, with Stripe's banner above", async () => {
  const { adapter } = countingAdapter({ ...fixtures.connected, mode: "test" });
  renderCard(adapter);
  await pressUpdate();
  await waitFor(() => expect(document.querySelector("stripe-connect-account-management")?.shadowRoot).toBeTruthy());
  expect(document.querySelector("stripe-connect-notification-banner")).not.toBeNull();
  expect(theForm()).toBeNull();
});

test("what was sent is not asked for again while Stripe checks it: the menu opens the account's management", async () => {
  const { adapter } = countingAdapter({ ...fixtures.inReview, mode: "test" });
  renderCard(adapter);
  await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Update Stripe information" }));
  await waitFor(() => expect(document.querySelector("stripe-connect-account-management")?.shadowRoot).toBeTruthy());
  expect(theForm()).toBeNull();
});

test("what is due later is asked for where the card is about that", async () => {
  const { adapter } = countingAdapter({ ...fixtures.connectedFutureRequirements, mode: "test" });
  renderCard(adapter);
  await pressUpdate();
  await theFormIsThere();
  expect(theForm()?.values["setCollectionOptions"]).toEqual({ fields: "currently_due", futureRequirements: "include" });
});

test('onboarding="hosted" goes to Stripe\'s page and never loads its script, and says so where there is none', async () => {
  let isGranted = false;
  const { adapter } = countingAdapter(
    { ...needsDetails, simulated: true },
    {
      createOnboardingLink: async () => {
        if (!isGranted) throw new ConnectionError("hosted_unavailable");
        return { url: `${location.href}#stripes-own-page`, expiresAt: "2026-11-22T15:00:00Z" };
      },
    },
  );
  renderCard(adapter, { onboarding: "hosted" });
  const update = () => screen.findByRole("button", { name: "Update Stripe information" });
  await userEvent.click(await update());
  expect(await screen.findByText(/Stripe has no separate page/)).toBeVisible();
  isGranted = true;
  await userEvent.click(await update());
  await waitFor(() => expect(location.hash).toBe("#stripes-own-page"));
  history.replaceState(null, "", location.pathname + location.search);
  expect(tags()).toHaveLength(0);
  expect(document.querySelector('[data-rsc="onboarding"]')).toBeNull();
});

test("C1 the troubleshooting panel tells what kept the form away in this browser, until it comes", async () => {
  await commands.routeConnectJs("blocked");
  const { adapter } = countingAdapter();
  render(
    <StripeConnectionProvider adapter={adapter} platformName="Acme Cloud">
      <StripeConnectionCard />
      <TroubleshootPanel connection={needsDetails} onFix={() => {}} onCheck={() => {}} />
    </StripeConnectionProvider>,
  );
  await pressUpdate();
  await theAlert();
  const panel = () => document.querySelector('[data-rsc="troubleshoot-panel"]');
  await waitFor(() => expect(panel()).toHaveTextContent("Stripe didn't load. A content blocker"));
  await commands.routeConnectJs("minimal");
  await tryAgain();
  await theFormIsThere();
  await waitFor(() => expect(panel()).not.toHaveTextContent("Stripe didn't load."));
});
