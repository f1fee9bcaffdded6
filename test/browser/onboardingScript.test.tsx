import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { commands, userEvent } from "vitest/browser";
import { StripeOnboarding } from "../../src/components/StripeOnboarding/StripeOnboarding.js";
import { inProgress, playedClient, renderOnPage } from "../support/onboardingPage.js";

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";
const tags = (address = CONNECT_JS) => [...document.scripts].filter((script) => script.src === address);
const theForm = () => document.querySelector("stripe-connect-account-onboarding");
const theFormIsThere = () => waitFor(() => expect(theForm()?.shadowRoot).toBeTruthy());
const open = (settings?: Parameters<typeof renderOnPage>[1]) =>
  renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, settings);

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  Reflect.deleteProperty(window, "StripeConnect");
  for (const tag of tags()) tag.remove();
});

// The order matters for the first: nothing has been loaded in this page before.
test("C1 HO-9 a blocked script is told, and Try again works without a reload", async () => {
  await commands.routeConnectJs("blocked");
  const { client, events } = open();
  expect(await screen.findByRole("alert")).toHaveTextContent("Stripe didn't load.");
  expect(screen.getByRole("alert")).toHaveTextContent("A content blocker or your network may be stopping it.");
  expect(screen.getByText("Reference: script_blocked")).toBeVisible();
  await waitFor(() => expect(events.at(-1)).toEqual({ type: "onboarding_load_failed", cause: "script_blocked" }));
  expect(client.update, "no session is minted for a form that can't come").not.toHaveBeenCalled();
  expect(tags(), "a dead tag would stop Stripe's own loader").toHaveLength(0);

  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Stripe didn't load.");

  await commands.routeConnectJs("minimal");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await theFormIsThere();
  // Stripe's loader says it at its first call in a page.
  const said = vi.mocked(console.warn).mock.calls.flat().join("\n");
  expect(said).toContain("could not be loaded");
  expect(said, "HO-9 no word of a script that is there already").not.toContain("existing Connect.js");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(client.update).toHaveBeenCalledOnce();
  expect(tags(), "Stripe's loader adds no second one").toHaveLength(1);
});

test("C2 a script that defines nothing is told, with an element of that name in the page too", async () => {
  const clobber = document.createElement("form");
  clobber.id = "StripeConnect";
  clobber.innerHTML = '<button name="init"></button>';
  document.body.append(clobber);
  await commands.routeConnectJs("empty");
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent("Stripe couldn't start.");

  await commands.routeConnectJs("minimal");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await theFormIsThere();
  clobber.remove();
});

test("C3 a script that never comes is told after 15 s, and not before", async () => {
  await commands.routeConnectJs("hangs");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  open();
  await act(() => vi.advanceTimersByTimeAsync(14_900));
  expect(screen.queryByRole("alert")).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(screen.getByRole("alert")).toHaveTextContent("Stripe takes too long.");
  expect(vi.getTimerCount(), "nothing goes on ticking").toBe(0);
});

test("C3 ST-10 a form that does not begin is told to be slow after 15 s, and is taken when it begins", async () => {
  await commands.routeConnectJs("minimal");
  open();
  await theFormIsThere();
  cleanup();

  const record = (window as unknown as { __minimalConnect: { isSilent: boolean } }).__minimalConnect;
  record.isSilent = true;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  open();
  await act(() => vi.advanceTimersByTimeAsync(14_900));
  const late = theForm() as unknown as { fire(setter: string, value: unknown): void };
  expect(screen.queryByRole("alert")).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(screen.getByRole("alert")).toHaveTextContent("It appears here as soon as it has loaded.");
  expect(screen.queryByText(/^Reference/), "nothing has failed").toBeNull();
  // Pressing it throws away what is still loading.
  const again = screen.getByRole("button", { name: "Try again" });
  expect(again).toHaveAttribute("data-variant", "secondary");
  expect(theForm()).toBe(late);
  again.focus();
  act(() => late.fire("setOnLoaderStart", { elementTagName: "account-onboarding" }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("heading", { name: "Update Stripe information" }), "the button is gone").toHaveFocus();
  expect(theForm()).toBe(late);
  record.isSilent = false;
});

test("a tag of the host's that has failed is replaced, one that is still loading is waited for", async () => {
  const tag = () => {
    const script = document.createElement("script");
    script.src = CONNECT_JS;
    document.head.append(script);
    return script;
  };
  await commands.routeConnectJs("blocked");
  const dead = tag();
  await new Promise((resolve) => dead.addEventListener("error", resolve));
  await commands.routeConnectJs("minimal");
  open();
  await theFormIsThere();
  expect(dead.isConnected).toBe(false);
  expect(tags()).toHaveLength(1);
});

test("C7 who leaves before the script is there mints no session", async () => {
  await commands.routeConnectJs("minimal");
  const { client } = open();
  cleanup();
  await waitFor(() => expect(window).toHaveProperty("StripeConnect"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(client.update).not.toHaveBeenCalled();
  expect(theForm()).toBeNull();
});

test("two cards share one script and have a session each", async () => {
  await commands.routeConnectJs("minimal");
  const client = playedClient();
  renderOnPage(
    <>
      <StripeOnboarding purpose="onboarding" onExit={() => {}} />
      <StripeOnboarding purpose="onboarding" onExit={() => {}} />
    </>,
    { client },
  );
  await waitFor(() => expect(document.querySelectorAll("stripe-connect-account-onboarding")).toHaveLength(2));
  expect(tags()).toHaveLength(1);
  expect(client.update).toHaveBeenCalledTimes(2);
});

test("the script carries the nonce of the page's policy", async () => {
  await commands.routeConnectJs("minimal");
  open({ nonce: "abc" });
  await theFormIsThere();
  expect(tags()[0]?.nonce).toBe("abc");
});

test("a stand-in at another address is used in test mode, and Stripe's own is not asked for", async () => {
  await commands.routeConnectJs("blocked");
  const code = await commands.readFile("test/support/minimalConnectJs.js");
  const connectJsUrl = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  open({ connectJsUrl });
  await theFormIsThere();
  expect(tags(connectJsUrl)).toHaveLength(1);
  expect(tags()).toHaveLength(0);
  tags(connectJsUrl)[0]?.remove();
});

test("HO-9 an empty address is Stripe's own in live mode, too: the variable of the simulator is not set", async () => {
  await commands.routeConnectJs("minimal");
  const client = playedClient({ ...inProgress, mode: "live" });
  client.update.mockResolvedValue({ clientSecret: "accs_1", publishableKey: "pk_live_acme", expiresAt: "" });
  open({ client, connectJsUrl: "" });
  await theFormIsThere();
  expect(tags()).toHaveLength(1);
});

test("in live mode a stand-in is refused before anything is loaded, unless the account is simulated", async () => {
  const live = { ...inProgress, mode: "live" as const };
  const client = playedClient(live);
  client.update.mockResolvedValue({ clientSecret: "accs_1", publishableKey: "pk_live_acme", expiresAt: "" });
  const code = await commands.readFile("test/support/minimalConnectJs.js");
  const connectJsUrl = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  open({ client, connectJsUrl });
  expect(await screen.findByRole("alert")).toHaveTextContent("Stripe couldn't start.");
  expect(tags(connectJsUrl)).toHaveLength(0);
  expect(client.update).not.toHaveBeenCalled();
  act(() => client.show({ ...live, simulated: true }));
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await theFormIsThere();
  tags(connectJsUrl)[0]?.remove();
});
