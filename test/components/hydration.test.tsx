import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { afterEach, describe, expect, test, vi } from "vitest";

const keys = Object.keys(fixtures) as FixtureKey[];
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

const cardOf = (key: FixtureKey) => (
  <StripeConnectionCard
    adapter={fixtureAdapter("loading")}
    initialConnection={fixtures[key]}
    platformName="Acme Cloud"
  />
);

/** As on a server: there is no window to cache anything for. */
function onServer(key: FixtureKey): string {
  const { window } = globalThis;
  try {
    Object.defineProperty(globalThis, "window", { value: undefined, configurable: true, writable: true });
    return renderToString(cardOf(key));
  } finally {
    Object.defineProperty(globalThis, "window", { value: window, configurable: true, writable: true });
  }
}

describe("B17 what a server rendered", () => {
  test.each(keys)("%s is taken over without a warning, by a reader whose clock is two years off", async (key) => {
    const html = onServer(key);
    expect(html).not.toMatch(/<[^>]* style=/);
    document.body.innerHTML = `<div id="root">${html}</div>`;
    vi.setSystemTime("2028-12-31T23:59:00Z");
    const recovered: unknown[] = [];
    const root = await act(async () =>
      hydrateRoot(document.getElementById("root") as HTMLElement, cardOf(key), {
        onRecoverableError: (error) => recovered.push(error),
      }),
    );
    expect(recovered).toEqual([]);
    expect(document.querySelector('[data-rsc="connection-card"]')).toHaveAttribute("data-status", fixtures[key].status);
    await act(async () => root.unmount());
  });

  test("a deadline has its date from the server, and its hint only once it is the reader's", async () => {
    expect(onServer("connectedDueInDays")).toContain("Nov 25");
    expect(onServer("connectedDueInDays")).not.toContain("in 3 days");
  });
});
