import { act, fireEvent, render, screen } from "@testing-library/react";
import {
  StatusBadge,
  StripeConnectionCard,
  StripeConnectionProvider,
  useStripeConnection,
} from "react-stripe-connection";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";
import { page } from "../support/page.js";

// Minutes go by in these; on a busy machine each takes a while to draw.
vi.setConfig({ testTimeout: 30_000 });

const SERVER_TIME = Date.parse(connected().serverTime);
const at = (ms: number) => new Date(SERVER_TIME + ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  page.show();
  page.goOnline();
  vi.useRealTimers();
});
const pass = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

let key = 0;
const back = () => controlledAdapter(`truth ${(key += 1)}`);

async function card(first: unknown) {
  const all = back();
  render(<StripeConnectionCard adapter={all.adapter} platformName="Acme Cloud" />);
  await pass();
  await all.last("getConnection").answer(first);
  await pass();
  return all;
}

test("A2 A12 a card that comes to a page that went offline says so, and shows the status when the network is back", async () => {
  const { adapter, last, of } = back();
  // A browser's `offline` is heard only while something of ours is in the page.
  const Watch = () => (useStripeConnection(), null);
  render(
    <StripeConnectionProvider adapter={back().adapter} platformName="Acme Cloud">
      <Watch />
    </StripeConnectionProvider>,
  );
  page.goOffline();
  render(<StripeConnectionCard adapter={adapter} platformName="Acme Cloud" />);
  await pass(30_000);
  expect(screen.getByRole("status")).toHaveTextContent("You're offline. The status comes once you're online again.");
  expect(of("getConnection")).toHaveLength(0);
  act(() => page.goOnline());
  await pass();
  await last("getConnection").answer(connected());
  await pass();
  expect(screen.getByText("Connected")).toBeVisible();
});

describe("one page", () => {
  const Badge = ({ onRender }: { onRender: (status: string) => void }) => {
    const status = useStripeConnection(({ connection }) => connection?.status ?? "connecting");
    onRender(status);
    return <StatusBadge status={status} />;
  };

  test("A11 five cards, a hook and a badge make one request, and one more when somebody looks again", async () => {
    const { adapter, of, last } = back();
    render(
      <>
        {[1, 2, 3, 4, 5].map((n) => (
          // As hosts write it: each card with an adapter object of its own, of one key.
          <StripeConnectionCard key={n} adapter={{ ...adapter }} platformName="Acme Cloud" />
        ))}
        <StripeConnectionProvider adapter={{ ...adapter }} platformName="Acme Cloud">
          <Badge onRender={() => {}} />
        </StripeConnectionProvider>
      </>,
    );
    await pass();
    expect(of("getConnection")).toHaveLength(1);
    await last("getConnection").answer(connected());
    await pass();
    expect(screen.getAllByText("Connected")).toHaveLength(6);
    await pass(60_000);
    expect(of("getConnection")).toHaveLength(1);
    for (const isFocused of [false, true, false, true]) (isFocused ? page.show : page.hide)();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("a badge is drawn again only when its status changes, whatever else does", async () => {
    const { adapter, last } = back();
    const drawn: string[] = [];
    render(
      <StripeConnectionProvider adapter={adapter} platformName="Acme Cloud">
        <Badge onRender={(status) => drawn.push(status)} />
        <Refresh />
      </StripeConnectionProvider>,
    );
    await pass();
    await last("getConnection").answer(connected());
    await pass();
    expect(drawn).toEqual(["connecting", "connected"]);
    for (let n = 1; n <= 20; n += 1) {
      fireEvent.click(screen.getByRole("button", { name: "Check" }));
      await pass();
      const payouts = n % 2 ? "paused" : "active";
      await last("refresh").answer(connected({ revision: 7 + n, serverTime: at(n), checkedAt: at(n), payouts }));
      await pass();
    }
    expect(drawn).toEqual(["connecting", "connected"]);
    fireEvent.click(screen.getByRole("button", { name: "Check" }));
    await pass();
    await last("refresh").answer(connected({ revision: 99, status: "error", reason: "payouts_disabled" }));
    await pass();
    expect(drawn).toEqual(["connecting", "connected", "error"]);
  });

  function Refresh() {
    const refresh = useStripeConnection((connection) => connection.refresh);
    return (
      <button type="button" onClick={() => void refresh()}>
        Check
      </button>
    );
  }
});

describe("time", () => {
  test("A8 a card that waits for Stripe asks less and less, then says that it takes long, and leaves asking to a person", async () => {
    const { of, last } = await card(connecting());
    let answered = 1;
    const gaps: number[] = [];
    let lastAsked = 0;
    for (let passed = 0; passed < 420_000; passed += 250) {
      await pass(250);
      for (const call of of("getConnection").slice(answered)) {
        answered += 1;
        gaps.push(passed - lastAsked);
        lastAsked = passed;
        await call.answer(connecting({ serverTime: at(passed) }));
      }
    }
    expect(answered).toBeGreaterThan(8);
    expect(answered).toBeLessThan(22);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(36_000);
    expect(gaps.at(-1)).toBeGreaterThan((gaps[0] ?? 0) * 5);
    // What was planned before five minutes were over is the last look.
    expect(lastAsked).toBeLessThan(336_000);
    fireEvent.click(screen.getByRole("button", { name: "Check again" }));
    await pass();
    expect(of("refresh")).toHaveLength(1);
    await last("refresh").answer(connected({ revision: 8, serverTime: at(420_000) }));
    await pass(3_600_000);
    expect(screen.getByText("Connected")).toBeVisible();
    expect(of("getConnection")).toHaveLength(answered);
  });

  test.each([
    ["two years ahead", 2],
    ["two years behind", -2],
  ])("A13 on a device whose clock is %s the days that are left are the server's", async (_, years) => {
    vi.setSystemTime(SERVER_TIME + years * 365.25 * 86_400_000);
    const requirements = [
      { key: "business_profile.url", group: "business", state: "due", deadline: at(3 * 86_400_000) } as const,
    ];
    const first = connected({
      reason: "due_soon",
      action: "open_onboarding",
      waitingOn: "you",
      requirements: [...requirements],
      deadline: requirements[0]?.deadline ?? null,
    });
    await card(first);
    const text = () => document.querySelector('[data-rsc="connection-card"]')?.textContent;
    expect(text()).toMatch(/in 3 days/);
    // The device's clock is set right meanwhile; time itself went on by a day.
    vi.setSystemTime(SERVER_TIME);
    await pass(86_400_000);
    expect(text()).toMatch(/in 2 days/);
  });
});
