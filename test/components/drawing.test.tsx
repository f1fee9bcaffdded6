import { act, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { StripeConnectionCard, StripeConnectionProvider } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => void vi.useRealTimers());

test("a card that knows its connection is drawn once, as a page may have a thousand", () => {
  const drawn: string[] = [];
  render(
    <Profiler id="card" onRender={(_, phase) => void drawn.push(phase)}>
      <StripeConnectionCard
        adapter={fixtureAdapter("loading")}
        initialConnection={fixtures.connected}
        platformName="Acme Cloud"
      />
    </Profiler>,
  );
  expect(drawn).toEqual(["mount"]);
});

test("time draws a card again only where it changes what the card says", async () => {
  vi.useFakeTimers({ now: Date.parse(fixtures.connected.serverTime) });
  const drawn: string[] = [];
  const card = (name: "notConnected" | "connected") => (
    <Profiler id={name} onRender={(id, phase) => void drawn.push(`${id} ${phase}`)}>
      <StripeConnectionCard
        adapter={fixtureAdapter("loading")}
        initialConnection={{ ...fixtures[name], checkedAt: fixtures[name].account && fixtures[name].serverTime }}
        platformName="Acme Cloud"
      />
    </Profiler>
  );
  render(
    <>
      {card("notConnected")}
      {card("connected")}
    </>,
  );
  expect(screen.getByText("Just now")).toBeVisible();
  await act(() => vi.advanceTimersByTimeAsync(45_000));
  expect(drawn).toEqual(["notConnected mount", "connected mount"]);
  await act(() => vi.advanceTimersByTimeAsync(45_000));
  expect(screen.getByText("1 min. ago")).toBeVisible();
  expect(drawn).toEqual(["notConnected mount", "connected mount", "connected update"]);
});

test("cards of one connection describe it once", () => {
  let asked = 0;
  const connection = {
    ...fixtures.connected,
    get capabilities() {
      asked += 1;
      return fixtures.connected.capabilities;
    },
    payments: "paused" as const,
  };
  const cards = (count: number) => (
    <StripeConnectionProvider adapter={fixtureAdapter("loading")} initialConnection={connection} platformName="Acme">
      {Array.from({ length: count }, (_, index) => (
        <StripeConnectionCard key={index} />
      ))}
    </StripeConnectionProvider>
  );
  render(cards(1)).unmount();
  const once = asked;
  asked = 0;
  render(cards(20));
  expect(once).toBeGreaterThan(0);
  expect(asked).toBe(once);
});
