import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "vitest/browser";
import type { Connection } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import { StripeConnectionReturn } from "../../src/components/StripeConnectionReturn/StripeConnectionReturn.js";
import { inProgress, playedClient, renderOnPage } from "../support/onboardingPage.js";

const start = location.href;
const visit = (query: string) => {
  const address = new URL(start);
  for (const [name, value] of new URLSearchParams(query)) address.searchParams.set(name, value);
  history.replaceState({ kept: true }, "", address);
};
const parameter = (name: string) => new URL(location.href).searchParams.get(name);
afterEach(() => history.replaceState(null, "", start));

describe("coming back from Stripe's own page", () => {
  beforeEach(() => visit("stripe=return&tab=billing"));

  test("the server is asked once, and the address is cleaned only after it has confirmed", async () => {
    const client = playedClient();
    let answer: (connection: Connection) => void = () => {};
    client.refresh.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const onDone = vi.fn<(connection: Connection) => void>();
    renderOnPage(<StripeConnectionReturn onDone={onDone} />, { client });
    expect(screen.getByRole("status")).toHaveTextContent("Checking with Stripe…");
    expect(screen.getByRole("heading", { name: "Back from Stripe" })).toHaveFocus();
    expect(parameter("stripe")).toBe("return");
    expect(onDone).not.toHaveBeenCalled();
    await act(async () => answer(inProgress));
    expect(screen.getByRole("status")).toHaveTextContent("Thank you. Your connection is up to date.");
    expect(client.refresh).toHaveBeenCalledOnce();
    expect(onDone).toHaveBeenCalledExactlyOnceWith(inProgress);
    expect(parameter("stripe")).toBeNull();
    expect(parameter("tab"), "what is the host's stays").toBe("billing");
    expect(history.state).toEqual({ kept: true });
  });

  test("what could not be confirmed can be tried again, and stays to be done after a reload", async () => {
    const client = playedClient();
    client.refresh.mockRejectedValueOnce(new ConnectionError("stripe_unavailable", { requestId: "req_7" }));
    const onDone = vi.fn<() => void>();
    renderOnPage(<StripeConnectionReturn onDone={onDone} />, { client });
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("We couldn't check with Stripe.");
    expect(alert).toHaveTextContent("Stripe can't be reached right now.");
    expect(screen.getByText("Reference: req_7")).toBeVisible();
    expect(parameter("stripe")).toBe("return");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Thank you. Your connection is up to date.")).toBeVisible();
    expect(onDone).toHaveBeenCalledOnce();
    expect(parameter("stripe")).toBeNull();
  });

  test("CL-F9 Next's router hears of the clean address, and other routers keep their state", async () => {
    const original = history.replaceState.bind(history);
    const router = { canonicalUrl: location.href };
    // As next/dist/client/components/app-router.js 16.4.5 patches it.
    history.replaceState = (data: Record<string, unknown> | null, unused, url) => {
      if (data?.["__NA"] || data?.["_N"]) return original(data, unused, url);
      const own = history.state as Record<string, unknown> | null;
      const copied = data ?? {};
      for (const mark of ["__NA", "__PRIVATE_NEXTJS_INTERNALS_TREE"]) if (own?.[mark]) copied[mark] = own[mark];
      if (url) router.canonicalUrl = new URL(url, location.href).href;
      return original(copied, unused, url);
    };
    try {
      const marks = { __NA: true, __PRIVATE_NEXTJS_INTERNALS_TREE: { tree: ["", {}] } };
      original({ ...marks, idx: 3, key: "k1" }, "", location.href);
      renderOnPage(<StripeConnectionReturn />, { client: playedClient() });
      await screen.findByText("Thank you. Your connection is up to date.");
      expect(new URL(router.canonicalUrl).search).not.toContain("stripe=");
      expect(location.href).toBe(router.canonicalUrl);
      expect(history.state).toEqual({ ...marks, idx: 3, key: "k1" });
    } finally {
      history.replaceState = original;
    }
  });

  test("there is a way back where the host has one", async () => {
    const onReturn = vi.fn<() => void>();
    renderOnPage(<StripeConnectionReturn onReturn={onReturn} />);
    await userEvent.click(screen.getByRole("button", { name: "Return to Acme Cloud" }));
    expect(onReturn).toHaveBeenCalledOnce();
  });
});

describe("a link that had expired", () => {
  beforeEach(() => visit("stripe=refresh"));

  test("is followed by a fresh one, minted once, which takes the place of this page", async () => {
    const client = playedClient({ ...inProgress, simulated: true });
    client.openHosted.mockResolvedValue({ url: `${location.href}#fresh-link`, expiresAt: "" });
    const entries = history.length;
    renderOnPage(<StripeConnectionReturn />, { client });
    expect(screen.getByRole("status")).toHaveTextContent("Opening Stripe again…");
    await waitFor(() => expect(location.hash).toBe("#fresh-link"));
    expect(client.openHosted).toHaveBeenCalledOnce();
    expect(client.refresh).not.toHaveBeenCalled();
    expect(history.length).toBe(entries);
  });

  test("that can't be renewed says so, and is not followed to a place that is not Stripe's", async () => {
    const client = playedClient();
    client.openHosted.mockRejectedValueOnce(new ConnectionError("hosted_unavailable"));
    client.openHosted.mockRejectedValueOnce(new ConnectionError("invalid_response"));
    renderOnPage(<StripeConnectionReturn />, { client });
    expect(await screen.findByRole("alert")).toHaveTextContent("We couldn't open Stripe again.");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    // Until the second one is here, the first one may still stand.
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("an answer that can't be read"));
    expect(client.openHosted).toHaveBeenCalledTimes(2);
  });
});
