import { act, render, renderHook, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AccountSession, Connection } from "../../src/core/connection.js";
import type { OnboardingLink } from "../../src/core/adapter.js";
import { createConnectSession, type ConnectRequest } from "../../src/onboarding/session/connectSession.js";
import { StripeConnectionReturn } from "../../src/components/StripeConnectionReturn/StripeConnectionReturn.js";
import { useConnectInstance } from "../../src/onboarding/session/useConnectInstance.js";
import { useHostedPage } from "../../src/onboarding/useHostedPage.js";
import { hideable } from "../support/hideable.js";
import { inProgress, playedClient, renderOnPage, sessionNumber } from "../support/onboardingPage.js";

// What was asked for and is answered when the person has gone on.

const start = location.href;
const go = (path: string) => history.pushState(null, "", path);
beforeEach(() => go("/billing/return?stripe=return"));
afterEach(() => history.replaceState(null, "", start));

function later<T>() {
  let answer: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => (answer = resolve));
  return { promise, answer: (value: T) => act(async () => answer(value)) };
}

describe("the page that Stripe's own page comes back to", () => {
  test("leaves the address of the page alone that the person has gone on to", async () => {
    const client = playedClient();
    const look = later<Connection>();
    client.refresh.mockReturnValueOnce(look.promise);
    const onDone = vi.fn<() => void>();
    const { unmount } = renderOnPage(<StripeConnectionReturn onDone={onDone} />, { client });
    go("/dashboard?tab=1&stripe=yes");
    unmount();
    await look.answer(inProgress);
    expect(location.pathname + location.search).toBe("/dashboard?tab=1&stripe=yes");
    expect(onDone).not.toHaveBeenCalled();
  });

  test("keeps what the host has written into the address meanwhile", async () => {
    const client = playedClient();
    const look = later<Connection>();
    client.refresh.mockReturnValueOnce(look.promise);
    renderOnPage(<StripeConnectionReturn />, { client });
    history.replaceState(null, "", "/billing/return?stripe=return&tab=invoices");
    await look.answer(inProgress);
    expect(location.search).toBe("?tab=invoices");
  });

  test("sends nobody to Stripe who has gone elsewhere", async () => {
    const client = playedClient({ ...inProgress, simulated: true });
    const link = later<OnboardingLink>();
    client.openHosted.mockReturnValueOnce(link.promise);
    const { unmount } = renderOnPage(<StripeConnectionReturn intent="refresh" />, { client });
    unmount();
    await link.answer({ url: `${location.href}#stripes-own-page`, expiresAt: "" });
    expect(location.hash).toBe("");
  });
});

test("the way out to Stripe's own page sends nobody there who has gone elsewhere", async () => {
  const client = playedClient();
  const link = later<OnboardingLink>();
  client.openHosted.mockReturnValue(link.promise);
  const { result, unmount } = renderHook(() => useHostedPage(client), { reactStrictMode: true });
  act(() => result.current.open());
  unmount();
  await link.answer({ url: `${location.href}#stripes-own-page`, expiresAt: "" });
  expect(location.hash).toBe("");

  const stays = renderHook(() => useHostedPage(client), { reactStrictMode: true });
  await act(async () => stays.result.current.open());
  expect(location.hash).toBe("#stripes-own-page");
});

describe("Stripe's form that was closed", () => {
  let fetchClientSecret: () => Promise<string>;
  /** Stripe's package keeps the first `init` that it saw: of each instance that one made. */
  const logouts: Array<() => Promise<void>> = [];
  let began: (instance: object) => unknown = (instance) => instance;
  beforeEach(() => {
    const init = (params: { fetchClientSecret: () => Promise<string> }) => {
      ({ fetchClientSecret } = params);
      const logout = vi.fn(async () => undefined);
      logouts.push(logout);
      return began({ create: vi.fn(), update: vi.fn(), logout });
    };
    Object.assign(window, { StripeConnect: { init } });
  });
  afterEach(() => {
    Reflect.deleteProperty(window, "StripeConnect");
    began = (instance) => instance;
    vi.useRealTimers();
  });

  const requestOf = (createSession: () => Promise<AccountSession>, key: string): ConnectRequest => ({
    key,
    prepare: () => ({}),
    createSession,
    publishableKey: (session) => session.publishableKey,
    fonts: undefined,
    look: () => ({}),
  });
  async function opened(renew: () => Promise<AccountSession>) {
    const createSession = vi.fn(renew).mockResolvedValueOnce(sessionNumber(1));
    const request = (key: string) => requestOf(createSession, key);
    const session = createConnectSession();
    session.open(request("first account"));
    await vi.waitFor(() => expect(session.getState().phase).toBe("open"));
    return { session, request, createSession };
  }

  test("C5 gets no session of the next account any more", async () => {
    const { session, request, createSession } = await opened(async () => sessionNumber(2));
    const old = fetchClientSecret;
    session.open(request("second account"));
    const asked = createSession.mock.calls.length;
    await expect(old()).rejects.toThrow("closed");
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ phase: "open", key: "second account" }));
    expect(createSession.mock.calls.length).toBe(asked + 1);
    session.close();
  });

  test("C3 ST-10 that takes long is said to be slow, is taken when it begins, and logged out when it is closed", async () => {
    vi.useFakeTimers();
    let begin: (instance: object) => void = () => {};
    began = (instance) => new Promise((resolve) => (begin = () => resolve(instance)));
    const session = createConnectSession();
    session.open(requestOf(async () => sessionNumber(1), "one that hangs"));
    await vi.advanceTimersByTimeAsync(14_999);
    expect(session.getState()).toMatchObject({ phase: "opening", isSlow: false });
    await vi.advanceTimersByTimeAsync(1);
    expect(session.getState()).toMatchObject({ phase: "opening", isSlow: true });
    await vi.advanceTimersByTimeAsync(60_000);
    begin({});
    await vi.advanceTimersByTimeAsync(0);
    expect(session.getState()).toMatchObject({ phase: "open", hasStarted: false, isSlow: true });
    session.started("one that hangs");
    expect(session.getState()).toMatchObject({ phase: "open", hasStarted: true, isSlow: false });
    expect(logouts.at(-1)).not.toHaveBeenCalled();
    session.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(logouts.at(-1)).toHaveBeenCalledOnce();
  });

  test("C14 nor one that was on its way when it was closed", async () => {
    let answer: (session: AccountSession) => void = () => {};
    const { session } = await opened(() => new Promise((resolve) => (answer = resolve)));
    const late = fetchClientSecret();
    session.close();
    await new Promise((resolve) => setTimeout(resolve));
    answer(sessionNumber(7));
    await expect(late).rejects.toThrow("closed");
  });

  test("because an Activity hid it is opened anew when it is shown", async () => {
    const createSession = vi.fn(async () => sessionNumber(1));
    const request = requestOf(createSession, "an opening");
    const { Hideable, show } = hideable();
    function Form() {
      const [state] = useConnectInstance(request);
      return <p>{state.phase}</p>;
    }
    const page = (
      <Hideable>
        <Form />
      </Hideable>
    );
    render(page, { wrapper: StrictMode });
    expect(await screen.findByText("open", {}, { timeout: 10_000 })).toBeVisible();
    expect(createSession).toHaveBeenCalledOnce();
    const [made, logout] = [logouts.length, logouts.at(-1)];
    show("hidden");
    await vi.waitFor(() => expect(logout).toHaveBeenCalledOnce(), { timeout: 10_000 });
    show("visible");
    expect(screen.getByText("opening")).toBeVisible();
    expect(await screen.findByText("open", {}, { timeout: 10_000 })).toBeVisible();
    expect(createSession).toHaveBeenCalledTimes(2);
    expect(logouts).toHaveLength(made + 1);
    expect(logouts.at(-1)).not.toHaveBeenCalled();
  });
});
