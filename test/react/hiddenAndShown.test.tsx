import { act, render, screen } from "@testing-library/react";
import { Activity, StrictMode } from "react";
import { describe, expect, test, vi } from "vitest";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { useStripeConnection } from "../../src/react/useStripeConnection.js";
import { connected } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

function Status() {
  const { state, connection } = useStripeConnection();
  return <p role="status">{connection?.status ?? state}</p>;
}
/** Lets everything that is due happen, as a page would between two frames. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));

describe.each([
  ["the provider", true],
  ["what is below it", false],
])("an Activity around %s", (_, isOutside) => {
  let made = 0;
  function page() {
    made += 1;
    const back = controlledAdapter(`hidden ${isOutside} ${made}`);
    const onEvent = vi.fn();
    const tree = (mode: "visible" | "hidden", scope?: string) => {
      const status = isOutside ? <Status /> : <Activity mode={mode}>{<Status />}</Activity>;
      const provider = (
        <StripeConnectionProvider
          adapter={back.adapter}
          platformName="Acme"
          onEvent={onEvent}
          {...(scope ? { scope } : {})}
        >
          {status}
        </StripeConnectionProvider>
      );
      return <StrictMode>{isOutside ? <Activity mode={mode}>{provider}</Activity> : provider}</StrictMode>;
    };
    return { ...back, tree, onEvent };
  }
  const text = () => screen.queryByRole("status", { hidden: true })?.textContent;

  test("that hides it ends the request; shown again it asks, once, and shows the answer", async () => {
    const { tree, of, last } = page();
    const { rerender } = render(tree("visible"));
    await settle();
    expect(of("getConnection")).toHaveLength(1);
    rerender(tree("hidden"));
    await settle();
    expect(last("getConnection").signal?.aborted).toBe(true);
    rerender(tree("visible"));
    await settle();
    expect(of("getConnection")).toHaveLength(2);
    await act(() => last("getConnection").answer(connected()));
    await settle();
    expect(text()).toBe("connected");
  });

  test("with a scope it shows what it knew, and asks again only for what is old", async () => {
    const { tree, of, last } = page();
    const { rerender } = render(tree("visible", "org"));
    await settle();
    await act(() => last("getConnection").answer(connected()));
    await settle();
    rerender(tree("hidden", "org"));
    await settle();
    rerender(tree("visible", "org"));
    expect(text()).toBe("connected");
    await settle();
    expect(of("getConnection")).toHaveLength(1);
    expect(text()).toBe("connected");
  });

  test("what happens after it is told to the host once", async () => {
    const { tree, last, onEvent } = page();
    const { rerender } = render(tree("visible", "org"));
    await settle();
    rerender(tree("hidden", "org"));
    await settle();
    rerender(tree("visible", "org"));
    await settle();
    await act(() => last("getConnection").fail(new Error("down")));
    await settle();
    expect(onEvent.mock.calls).toEqual([[{ type: "failed", operation: "load", code: "internal" }]]);
  });
});
