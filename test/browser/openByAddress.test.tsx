import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cleanup, screen, waitFor } from "@testing-library/react";
import { commands, userEvent } from "vitest/browser";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { fixtures } from "../../src/testing/index.js";
import {
  countingAdapter,
  forgetConnectJs,
  needsDetails,
  renderCard,
  theFormIsThere,
} from "../support/onboardingCard.js";
import { sessionNumber } from "../support/onboardingPage.js";

// What Stripe mails people leads to an address of the host's page.

const connected: Connection = { ...fixtures.connected, mode: "test" };
const before = location.pathname + location.search;
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await commands.routeConnectJs("minimal");
});
afterEach(async () => {
  cleanup();
  await nextTask(); // logout is a task of its own
  forgetConnectJs();
  history.replaceState(null, "", before);
});

/** The card at an address with this query, and what sessions it asked for. */
function arrive(
  query: string,
  state: Connection,
  settings: Parameters<typeof renderCard>[1] = {},
  own: Partial<StripeConnectionAdapter> = {},
) {
  history.replaceState(null, "", `?${query}`);
  const purposes: string[] = [];
  const createAccountSession: StripeConnectionAdapter["createAccountSession"] = async ({ purpose }) => {
    purposes.push(purpose);
    return sessionNumber(purposes.length);
  };
  const { adapter } = countingAdapter(state, { createAccountSession, ...own });
  renderCard(adapter, settings);
  return purposes;
}

const region = () => screen.findByRole("region", { name: "Update Stripe information" });

describe("an address that Stripe mails", () => {
  test.each([
    ["what is needed", "onboarding", needsDetails, "onboarding"],
    ["the account, which is not set up yet", "account", needsDetails, "onboarding"],
    ["the account", "account", connected, "management"],
    ["what is needed, where nothing is", "onboarding", connected, "management"],
  ])("opens the form for %s, once, and leaves the address clean", async (_what, wanted, state, purpose) => {
    const purposes = arrive(`tab=billing&stripe=${wanted}&stripe_account_id=acct_1Other`, state);
    await region();
    await waitFor(() => expect(purposes).toEqual([purpose]));
    expect(location.search).toBe("?tab=billing&stripe_account_id=acct_1Other");
  });

  test("opens nothing again that was closed", async () => {
    const purposes = arrive("stripe=onboarding", needsDetails);
    await theFormIsThere();
    await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Update Stripe information" })).toBeNull());
    await nextTask();
    expect(purposes).toEqual(["onboarding"]);
  });

  test.each([
    ["a viewer who may not update", { ...connected, can: { ...connected.can, update: "role" as const } }, {}, ""],
    ["a host with Stripe's own page", connected, { onboarding: "hosted" as const }, "?stripe=account"],
  ])("opens nothing for %s", async (_who, state, settings, left) => {
    const purposes = arrive("stripe=account", state, settings);
    await screen.findByText("Connected");
    await nextTask();
    expect(screen.queryByRole("region", { name: "Update Stripe information" })).toBeNull();
    expect(purposes).toEqual([]);
    expect(location.search).toBe(left);
  });

  test("opens nothing later where there is nothing to update at first", async () => {
    const { scope } = fixtures.notConnected;
    const connect = async () => ({ ...needsDetails, scope, revision: 99 });
    const purposes = arrive("stripe=onboarding", { ...fixtures.notConnected, mode: "test" }, {}, { connect });
    await userEvent.click(await screen.findByRole("button", { name: "Connect Stripe account" }));
    await screen.findByText("In progress");
    await nextTask();
    expect(purposes).toEqual([]);
    expect(location.search).toBe("");
  });

  test("opens the form once an account that is busy at first can be updated", async () => {
    const busy: Connection = { ...needsDetails, can: { ...needsDetails.can, update: "busy" } };
    const refresh = async () => ({ ...needsDetails, revision: 99 });
    const purposes = arrive("stripe=onboarding", busy, {}, { refresh });
    await screen.findByText("In progress");
    expect(location.search).toBe("?stripe=onboarding");
    await userEvent.click(screen.getByRole("button", { name: "More actions" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Check status now" }));
    await region();
    await waitFor(() => expect(purposes).toEqual(["onboarding"]));
    expect(location.search).toBe("");
  });

  test("that the card does not know opens nothing and stays as it is", async () => {
    const purposes = arrive("stripe=return", needsDetails);
    await screen.findByText("In progress");
    await nextTask();
    expect(purposes).toEqual([]);
    expect(location.search).toBe("?stripe=return");
  });
});
