import { act, fireEvent, render, screen } from "@testing-library/react";
import { ConnectionError, StripeConnectionCard } from "react-stripe-connection";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

// Minutes go by in these; on a busy machine each takes a while to draw.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = async (name: RegExp) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await pass();
};

let key = 0;
async function card(answer: unknown) {
  const back = controlledAdapter(`try again ${(key += 1)}`);
  render(<StripeConnectionCard adapter={back.adapter} platformName="Acme Cloud" />);
  await pass();
  if (answer instanceof ConnectionError) await back.last("getConnection").fail(answer);
  else await back.last("getConnection").answer(answer);
  await pass();
  return back;
}

describe("Try again", () => {
  test("A9 waits with the reader while the server wants a pause, says for how long, and works after it", async () => {
    const { of, last } = await card(new ConnectionError("rate_limited", { retryAfter: 60 }));
    const button = screen.getByRole("button", { name: "Try again (in 60 sec.)" });
    expect(button).toHaveAttribute("aria-disabled", "true");
    await press(/Try again/);
    await pass(10_000);
    expect(button).toHaveTextContent("Try again (in 50 sec.)");
    expect([of("refresh").length, of("getConnection").length]).toEqual([0, 1]);
    await pass(50_000);
    // It asks by itself then; a person may as well.
    expect(of("getConnection")).toHaveLength(2);
    expect(screen.getByRole("button", { name: "Try again" })).not.toHaveAttribute("aria-disabled");
    await last("getConnection").answer(connected());
    await pass();
    expect(screen.queryByRole("button", { name: /Try again/ })).toBeNull();
  });

  test("A9 beside the last truth, in the button that checks again", async () => {
    const { of, last } = await card(connecting({ statusSince: "2026-11-22T13:00:00.000Z" }));
    await press(/Check again/);
    await last("refresh").fail(new ConnectionError("rate_limited", { retryAfter: 30 }));
    await pass();
    expect(screen.getByRole("button", { name: "Check again (in 30 sec.)" })).toHaveAttribute("aria-disabled", "true");
    await pass(30_000);
    await press(/Check again/);
    expect(of("refresh")).toHaveLength(2);
  });
});

describe("what is not allowed", () => {
  test("A10 a first load that is forbidden offers nothing to try", async () => {
    const { of } = await card(new ConnectionError("forbidden"));
    expect(screen.getByRole("alert")).toHaveTextContent(/You aren't allowed to do this/);
    expect(screen.queryByRole("button")).toBeNull();
    await pass(600_000);
    expect(of("getConnection")).toHaveLength(1);
  });

  test("A10 403 leaves a card to read: no button that acts, no Try again", async () => {
    const { last } = await card(connecting());
    await pass(2500);
    await last("getConnection").fail(new ConnectionError("forbidden"));
    await pass();
    expect(screen.getByText("Connecting")).toBeVisible();
    expect(screen.getByText(/You aren't allowed to do this/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /Try again|Update|Disconnect/ })).toBeNull();
  });
});
