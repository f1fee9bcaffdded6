import { act, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import {
  type CardSlots,
  type HostComponents,
  StripeConnectionCard,
  StripeConnectionProvider,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

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
  vi.useFakeTimers();
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

test("a card that comes back is described again only when time has passed", async () => {
  vi.useFakeTimers({ now: Date.parse(fixtures.connected.serverTime) });
  let asked = 0;
  const connection = {
    ...fixtures.connected,
    checkedAt: fixtures.connected.serverTime,
    get capabilities() {
      asked += 1;
      return fixtures.connected.capabilities;
    },
    payments: "paused" as const,
  };
  const adapter = fixtureAdapter("loading");
  const page = (isShown: boolean) => (
    <StripeConnectionProvider adapter={adapter} initialConnection={connection} platformName="Acme">
      {isShown ? <StripeConnectionCard /> : null}
    </StripeConnectionProvider>
  );
  const { rerender } = render(page(true));
  expect(screen.getByText("Just now")).toBeVisible();
  const before = asked;
  rerender(page(false));
  rerender(page(true));
  expect(asked).toBe(before);
  rerender(page(false));
  await vi.advanceTimersByTimeAsync(61_000);
  rerender(page(true));
  expect(screen.getByText("1 min. ago")).toBeVisible();
});

test("two cards of a connection say the same time, whichever of them is drawn again", async () => {
  vi.useFakeTimers({ now: Date.parse(fixtures.connected.serverTime) });
  const connection = { ...fixtures.connected, checkedAt: fixtures.connected.serverTime };
  const adapter = fixtureAdapter("loading");
  const page = (density: "comfortable" | "compact") => (
    <StripeConnectionProvider adapter={adapter} initialConnection={connection} platformName="Acme">
      <StripeConnectionCard density={density} />
      <StripeConnectionCard />
    </StripeConnectionProvider>
  );
  const { rerender } = render(page("comfortable"));
  await act(() => vi.advanceTimersByTimeAsync(55_000));
  // Between two ticks, after a minute has passed.
  vi.setSystemTime(Date.now() + 10_000);
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 100_000);
  rerender(page("compact"));
  expect(screen.getAllByText(/Just now|min. ago/).map(({ textContent }) => textContent)).toEqual([
    "Just now",
    "Just now",
  ]);
});

test("an answer that asks for the same draws the checklist no second time", async () => {
  const { detailsNeeded } = fixtures;
  // So many that the list ends in a button, which tells when it is drawn.
  const requirements = [1, 2, 3, 4, 5, 6, 7].map((owner) => ({
    key: `person_${owner}.verification.document`,
    group: "owners" as const,
    state: "due" as const,
    deadline: null,
    person: { id: `person_${owner}`, role: "owner" as const, name: `Owner ${owner}` },
  }));
  const drawn: string[] = [];
  const components: HostComponents = {
    Button: ({ children }) => {
      drawn.push(typeof children === "string" ? children : "");
      return <button type="button">{children}</button>;
    },
  };
  const rows: unknown[] = [];
  const slots: CardSlots = {
    actions({ description, children }) {
      rows.push(description.rows[0]);
      return children;
    },
  };
  const adapter = fixtureAdapter("loading");
  const card = (revision: number, name: string, asked = requirements) => (
    <StripeConnectionCard
      adapter={adapter}
      initialConnection={{
        ...detailsNeeded,
        revision,
        // As it comes from a server: nothing in it is the object that it was.
        requirements: structuredClone(asked),
        account: detailsNeeded.account && { ...detailsNeeded.account, displayName: name },
      }}
      platformName="Acme Cloud"
      components={components}
      slots={slots}
    />
  );
  const { rerender } = render(card(1, "Acme"));
  // With the words that explain what is asked for.
  await screen.findAllByText(/passport/);
  drawn.length = 0;

  rerender(card(2, "Acme Robotics"));
  expect(await screen.findByText("Acme Robotics")).toBeVisible();
  expect(drawn).toContain("Update Stripe information");
  expect(drawn.filter((label) => label.startsWith("Show"))).toEqual([]);
  expect(rows.at(-1)).toBe(rows.at(-2));

  // One of them is done.
  rerender(card(3, "Acme & Sons", requirements.slice(0, -1)));
  expect(await screen.findByText("Acme & Sons")).toBeVisible();
  expect(drawn.filter((label) => label.startsWith("Show"))).toHaveLength(1);
  expect(rows.at(-1)).toBe(rows.at(-2));
});
