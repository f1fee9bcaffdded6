import { act, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { StripeConnectionCard, StripeConnectionProvider } from "react-stripe-connection";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connected } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, "clipboard");
});
const pass = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

let key = 0;
/** Two cards of one account, of which the first can be taken away, and a clipboard. */
async function page(writeText: () => Promise<void>) {
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  const { adapter, last } = controlledAdapter(`word of success ${(key += 1)}`);
  const tree = (hasFirst: boolean) => (
    <StrictMode>
      <StripeConnectionProvider adapter={adapter} platformName="Acme Cloud">
        {hasFirst ? <StripeConnectionCard key="first" /> : null}
        <StripeConnectionCard key="second" />
      </StripeConnectionProvider>
    </StrictMode>
  );
  const { rerender } = render(tree(true));
  await pass();
  await last("getConnection").answer(connected());
  await pass();
  return {
    async copy() {
      const [dots] = screen.getAllByRole("button", { name: "More actions" });
      if (dots) fireEvent.click(dots);
      fireEvent.click(screen.getByRole("menuitem", { name: "Copy account ID" }));
      await pass();
    },
    async removeFirst() {
      rerender(tree(false));
      await pass();
    },
  };
}

test("a word of success is shown for two seconds, and for two more when it comes again", async () => {
  const { copy } = await page(async () => undefined);
  await copy();
  await pass(1_500);
  await copy();
  await pass(1_900);
  expect(screen.getByText("Copied.")).toBeInTheDocument();
  await pass(100);
  expect(screen.queryByText("Copied.")).toBeNull();
});

test("its timer goes with the card", async () => {
  const { copy, removeFirst } = await page(async () => undefined);
  const atRest = vi.getTimerCount();
  await copy();
  expect(vi.getTimerCount()).toBe(atRest + 1);
  await removeFirst();
  expect(vi.getTimerCount()).toBe(atRest);
});

test("a success that comes after the card has gone starts no timer", async () => {
  let succeed = () => {};
  const { copy, removeFirst } = await page(() => new Promise<void>((resolve) => (succeed = resolve)));
  const atRest = vi.getTimerCount();
  await copy();
  await removeFirst();
  succeed();
  await pass();
  expect(vi.getTimerCount()).toBe(atRest);
});
