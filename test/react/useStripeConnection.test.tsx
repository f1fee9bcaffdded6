import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, Suspense, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import type { ConnectionClient } from "../../src/client/connectionState.js";
import { ConnectionError } from "../../src/core/errors.js";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { StripeConnectionProviderProps } from "../../src/react/settings.js";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { useStripeConnection } from "../../src/react/useStripeConnection.js";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

let key = 0;
const back = () => controlledAdapter(`test ${(key += 1)}`);

function Status({ onRender }: { onRender?: () => void }) {
  const { state, connection, pending, error, connect } = useStripeConnection();
  onRender?.();
  return (
    <div>
      <p role="status">{connection ? connection.status : state}</p>
      {error ? <p role="alert">{error.code}</p> : null}
      <button type="button" disabled={pending === "connect"} onClick={() => void connect()}>
        Connect
      </button>
    </div>
  );
}

const Provider = (props: Partial<StripeConnectionProviderProps> & { adapter: StripeConnectionAdapter }) => (
  <StripeConnectionProvider platformName="Acme Cloud" {...(props as { adapter: StripeConnectionAdapter })} />
);
/** Lets everything that is due happen, as a page would between two frames. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));

describe("useStripeConnection", () => {
  test("loads, shows, and connects", async () => {
    const { adapter, of, last } = back();
    render(
      <Provider adapter={adapter}>
        <Status />
      </Provider>,
    );
    expect(screen.getByRole("status")).toHaveTextContent("loading");
    await settle();
    await act(() => last("getConnection").answer(connected({ status: "not_connected", reason: "none" })));
    await settle();
    expect(screen.getByRole("status")).toHaveTextContent("not_connected");
    await userEvent.dblClick(screen.getByRole("button", { name: "Connect" }));
    await settle();
    expect(of("connect")).toHaveLength(1);
    await act(() => last("connect").answer(connecting({ revision: 8 })));
    await settle();
    expect(screen.getByRole("status")).toHaveTextContent("connecting");
  });

  test("A5 under StrictMode one GET and no POST is made", async () => {
    const { adapter, calls } = back();
    render(
      <StrictMode>
        <Provider adapter={adapter}>
          <Status />
        </Provider>
      </StrictMode>,
    );
    await settle();
    expect(calls.map(({ method, signal }) => [method, signal?.aborted])).toEqual([["getConnection", false]]);
    await act(() => calls[0]?.answer(connected()) ?? Promise.resolve());
    await settle();
    expect(screen.getByRole("status")).toHaveTextContent("connected");
  });

  test("A11 five cards with providers of their own make one request", async () => {
    const { adapter, of, last } = back();
    render(
      <>
        {["a", "b", "c", "d", "e"].map((id) => (
          <Provider adapter={{ ...adapter }} key={id}>
            <Status />
          </Provider>
        ))}
      </>,
    );
    await settle();
    expect(of("getConnection")).toHaveLength(1);
    await act(() => last("getConnection").answer(connected()));
    await settle();
    expect(screen.getAllByRole("status").map((one) => one.textContent)).toEqual(Array(5).fill("connected"));
  });

  test("A4 unmounted during a request: it is ended, and nothing is said", async () => {
    const { adapter, last } = back();
    const { unmount } = render(
      <Provider adapter={adapter}>
        <Status />
      </Provider>,
    );
    await settle();
    unmount();
    expect(last("getConnection").signal?.aborted).toBe(true);
    await last("getConnection").answer(connected());
    await settle();
    expect(screen.queryByRole("status")).toBeNull();
  });

  test("A7 another scope clears in the same render, and the old answer is dropped", async () => {
    const { adapter, of } = back();
    const seen: string[] = [];
    function Watch({ scope }: { scope: string }) {
      const { connection } = useStripeConnection();
      seen.push(`${scope}: ${connection?.account?.id ?? "nothing"}`);
      return null;
    }
    const tree = (scope: string) => (
      <Provider adapter={adapter} scope={scope}>
        <Watch scope={scope} />
      </Provider>
    );
    const { rerender } = render(tree("org 1"));
    await settle();
    rerender(tree("org 2"));
    await settle();
    const [first, second] = of("getConnection");
    expect(first?.signal?.aborted).toBe(true);
    await act(async () => {
      await second?.answer(connected({ scope: "b", account: { ...connected().account!, id: "acct_2" } }));
      await first?.answer(connected({ revision: 99 }));
    });
    await settle();
    expect(seen.at(-1)).toBe("org 2: acct_2");
    rerender(tree("org 1"));
    expect(seen.filter((line) => line === "org 1: acct_2" || line === "org 2: acct_1")).toEqual([]);
    expect(seen.at(-1)).toBe("org 1: nothing");
  });

  test("a component that selects is woken by its slice only", async () => {
    const { adapter, last } = back();
    const whole = vi.fn();
    const slice = vi.fn();
    function Slice() {
      const { label } = useStripeConnection(
        ({ connection }) => ({ label: connection?.status ?? "none" }),
        (before, after) => before.label === after.label,
      );
      slice(label);
      return <p>{label}</p>;
    }
    render(
      <Provider adapter={adapter}>
        <Slice />
        <Status onRender={whole} />
      </Provider>,
    );
    await settle();
    await act(() => last("getConnection").answer(connected()));
    await settle();
    const [before, wholeBefore] = [slice.mock.calls.length, whole.mock.calls.length];
    await userEvent.click(screen.getByRole("button", { name: "Connect" }));
    await act(() => last("connect").answer(connected({ revision: 8, payouts: "paused" })));
    await settle();
    expect(slice.mock.calls).toHaveLength(before);
    expect(whole.mock.calls.length).toBeGreaterThan(wholeBefore);
    expect(screen.getByText("connected", { selector: "p:not([role])" })).toBeInTheDocument();
  });

  test("a selection may be a new object each time: it is made once for each state, whoever wrote it inline", async () => {
    const { adapter, last } = back();
    const drawn = vi.fn();
    function Slice() {
      const { status } = useStripeConnection(({ connection }) => ({ status: connection?.status ?? "none" }));
      drawn(status);
      return <p role="status">{status}</p>;
    }
    render(
      <Provider adapter={adapter}>
        <Slice />
      </Provider>,
    );
    await settle();
    await act(() => last("getConnection").answer(connected()));
    await settle();
    expect(screen.getByRole("status")).toHaveTextContent("connected");
    expect(drawn.mock.calls.length).toBeLessThan(5);
  });

  test("A7 without a scope, what the server rendered for another tenant replaces the last one's in the same render", async () => {
    const { adapter, of, last } = back();
    const seen: string[] = [];
    function Watch({ tenant }: { tenant: string }) {
      const { connection } = useStripeConnection();
      seen.push(`${tenant}: ${connection?.account?.id ?? "nothing"}`);
      return null;
    }
    const ofTenant = (tenant: string) =>
      connected({ scope: `scope of ${tenant}`, account: { ...connected().account!, id: `acct_${tenant}` } });
    const tree = (tenant: string) => (
      <Provider adapter={adapter} initialConnection={ofTenant(tenant)}>
        <Watch tenant={tenant} />
      </Provider>
    );
    const { rerender } = render(tree("a"));
    await settle();
    await act(() => last("getConnection").answer({ ...ofTenant("a"), revision: 99 }));
    await settle();
    rerender(tree("b"));
    await settle();
    await act(() => last("getConnection").answer(ofTenant("b")));
    await settle();
    rerender(tree("a"));
    await settle();
    expect(new Set(seen)).toEqual(new Set(["a: acct_a", "b: acct_b"]));
    expect(of("getConnection")).toHaveLength(3);
  });

  test("A7 a render for another tenant that was given up leaves nothing behind for the next", async () => {
    const { adapter } = back();
    const given = connected({ scope: "scope of a" });
    const never = new Promise<void>(() => {});
    function Waits(): null {
      throw never;
    }
    // The whole tree waits, and is thrown away before it has ever stood in the page.
    const { unmount } = render(
      <Suspense fallback={null}>
        <Provider adapter={adapter} initialConnection={given}>
          <Waits />
        </Provider>
      </Suspense>,
    );
    unmount();
    const seen: string[] = [];
    function Watch() {
      seen.push(useStripeConnection().connection?.scope ?? "nothing");
      return null;
    }
    render(
      <Provider adapter={adapter} initialConnection={connected({ scope: "scope of b" })}>
        <Watch />
      </Provider>,
    );
    await settle();
    expect(new Set(seen)).toEqual(new Set(["scope of b"]));
  });

  test("outside of a provider it says what is missing", () => {
    expect(() => render(<Status />)).toThrow(/there is no StripeConnectionProvider above/);
  });
});

describe("StripeConnectionProvider", () => {
  test("goes on with the headers of the last render", async () => {
    const answers: string[] = [];
    const make = (token: string): StripeConnectionAdapter => ({
      ...back().adapter,
      key: "tokens",
      getConnection: () => {
        answers.push(token);
        return Promise.resolve(connected());
      },
      refresh: () => {
        answers.push(token);
        return Promise.resolve(connected());
      },
    });
    function Ask() {
      const { refresh } = useStripeConnection();
      return (
        <button type="button" onClick={() => void refresh()}>
          Check
        </button>
      );
    }
    const tree = (token: string) => (
      <Provider adapter={make(token)}>
        <Ask />
      </Provider>
    );
    const { rerender } = render(tree("old"));
    await settle();
    rerender(tree("new"));
    await settle();
    await userEvent.click(screen.getByRole("button", { name: "Check" }));
    await settle();
    expect(answers).toEqual(["old", "new"]);
  });

  test("A10 tells a lost session to every provider once, by its last callback", async () => {
    const { adapter, last } = back();
    const [old, first, second] = [vi.fn(), vi.fn(), vi.fn()];
    const tree = (callback: () => void) => (
      <>
        <Provider adapter={adapter} onAuthError={callback}>
          <Status />
        </Provider>
        <Provider adapter={adapter} onAuthError={second}>
          <Status />
        </Provider>
      </>
    );
    const { rerender } = render(tree(old));
    rerender(tree(first));
    await settle();
    await act(() => last("getConnection").fail(new ConnectionError("session_expired")));
    await settle();
    expect([old, first, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1]);
    expect(screen.getAllByRole("alert")[0]).toHaveTextContent("session_expired");
  });

  test("a host that throws on hearing an event breaks nothing", async () => {
    const { adapter, last } = back();
    const rejected = vi.fn();
    const onRejection = (reason: unknown) => rejected(reason);
    process.on("unhandledRejection", onRejection);
    render(
      <Provider
        adapter={adapter}
        onEvent={() => {
          throw new Error("the host's own");
        }}
      >
        <Status />
      </Provider>,
    );
    await settle();
    await act(() => last("getConnection").fail(new ConnectionError("forbidden")));
    await settle();
    process.off("unhandledRejection", onRejection);
    expect(screen.getByRole("alert")).toHaveTextContent("forbidden");
    expect(rejected).toHaveBeenCalledTimes(1);
  });

  test("a host that throws on hearing an event keeps it from no other provider", async () => {
    const { adapter, last } = back();
    const onRejection = () => {};
    process.on("unhandledRejection", onRejection);
    const heard = vi.fn();
    const throws = () => {
      throw new Error("the host's own");
    };
    render(
      <>
        <Provider adapter={adapter} onEvent={throws} onAuthError={throws}>
          <Status />
        </Provider>
        <Provider adapter={adapter} onEvent={(event) => heard(event.type)} onAuthError={(error) => heard(error.code)}>
          <Status />
        </Provider>
      </>,
    );
    await settle();
    await act(() => last("getConnection").fail(new ConnectionError("session_expired")));
    await settle();
    process.off("unhandledRejection", onRejection);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(new Set(heard.mock.calls.flat())).toEqual(new Set(["failed", "session_expired"]));
  });

  test("warns once in development of an adapter that is another in every render", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { adapter } = back();
    const tree = () => (
      <Provider adapter={{ ...adapter }}>
        <Status />
      </Provider>
    );
    const { rerender } = render(tree());
    for (let n = 0; n < 6; n += 1) rerender(tree());
    expect(warn.mock.calls.filter(([text]) => String(text).includes("another object in every render"))).toHaveLength(1);
    await settle();
  });

  test("an object that says the same wakes nobody", async () => {
    const { adapter } = back();
    const onRender = vi.fn();
    const child = <Status onRender={onRender} />;
    function Host() {
      const [clicks, setClicks] = useState(0);
      return (
        <Provider adapter={adapter} theme={{ colorScheme: "dark" }} locales={[]} messages={{ status: { error: "Uh" } }}>
          {child}
          <button type="button" onClick={() => setClicks(clicks + 1)}>
            Clicked {clicks}
          </button>
        </Provider>
      );
    }
    render(<Host />);
    await settle();
    const before = onRender.mock.calls.length;
    await userEvent.click(screen.getByRole("button", { name: "Clicked 0" }));
    expect(screen.getByRole("button", { name: "Clicked 1" })).toBeInTheDocument();
    expect(onRender).toHaveBeenCalledTimes(before);
  });

  test("takes a client that the host has made: what it knows is shown, and asked for once", async () => {
    const { adapter, of, last } = back();
    const client = createConnectionClient({ adapter });
    const heard = vi.fn();
    const unsubscribe = client.subscribe(heard);
    const tree = (
      <>
        {[1, 2].map((n) => (
          <StripeConnectionProvider key={n} client={client} platformName="Acme Cloud">
            <Status />
          </StripeConnectionProvider>
        ))}
      </>
    );
    const { unmount } = render(tree);
    await settle();
    expect(of("getConnection")).toHaveLength(1);
    await act(() => last("getConnection").answer(connected()));
    await settle();
    expect(screen.getAllByRole("status").map((one) => one.textContent)).toEqual(["connected", "connected"]);
    expect(heard).toHaveBeenCalled();
    // It is the host's: a provider that goes ends nothing in it.
    unmount();
    expect(client.getState()).toMatchObject({ state: "ready", connection: connected() });
    unsubscribe();
    client.destroy();
  });

  test("another client is another connection in the same render", async () => {
    const clients = ["a", "b"].map((tenant) =>
      createConnectionClient({
        adapter: back().adapter,
        initialConnection: connected({ status: tenant === "a" ? "connected" : "error", scope: tenant }),
      }),
    );
    const seen: string[] = [];
    function Watch({ of }: { of: number }) {
      seen.push(`${of} ${useStripeConnection().connection?.scope}`);
      return null;
    }
    const tree = (of: number) => (
      <StripeConnectionProvider client={clients[of] as ConnectionClient} platformName="Acme Cloud">
        <Watch of={of} />
      </StripeConnectionProvider>
    );
    const { rerender } = render(tree(0));
    await settle();
    rerender(tree(1));
    await settle();
    expect(new Set(seen)).toEqual(new Set(["0 a", "1 b"]));
    for (const client of clients) client.destroy();
  });

  test.each([{ endpoint: "/api/stripe" }, { adapter: back().adapter }])(
    "in development a client beside %j is refused, with what to do",
    (other) => {
      const client = createConnectionClient({ adapter: back().adapter });
      const both = { client, ...other } as unknown as { client: ConnectionClient };
      expect(() => render(<StripeConnectionProvider platformName="Acme" {...both} />)).toThrow(
        /`client` is given together with `endpoint` or `adapter`.*Remove the others/,
      );
    },
  );

  test("its types forbid a client beside an endpoint, an adapter or an option of the client", () => {
    const client = createConnectionClient({ adapter: back().adapter });
    const right: StripeConnectionProviderProps = { client, platformName: "Acme", onEvent: () => {} };
    // @ts-expect-error One source.
    const both: StripeConnectionProviderProps = { client, endpoint: "/api/stripe", platformName: "Acme" };
    // @ts-expect-error An option of `createConnectionClient`.
    const scoped: StripeConnectionProviderProps = { client, scope: "org_1", platformName: "Acme" };
    expect([right, both, scoped].map((props) => props.client)).toEqual([client, client, client]);
  });

  test("with a scope, a card that comes back after all have gone shows what was known, for five minutes", async () => {
    const { adapter, of, last } = back();
    const tree = (
      <Provider adapter={adapter} scope="org_1">
        <Status />
      </Provider>
    );
    const first = render(tree);
    await settle();
    await act(() => last("getConnection").answer(connected()));
    await settle();
    first.unmount();
    const second = render(tree);
    expect(screen.getByRole("status")).toHaveTextContent("connected");
    vi.useFakeTimers();
    try {
      second.unmount();
      vi.advanceTimersByTime(300_000);
    } finally {
      vi.useRealTimers();
    }
    render(tree);
    expect(screen.getByRole("status")).toHaveTextContent("loading");
    await settle();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("without endpoint, adapter and client it says what to write", () => {
    expect(() => render(<StripeConnectionProvider platformName="Acme" {...({} as { endpoint: string })} />)).toThrow(
      /`endpoint`, `adapter` or `client` is missing.*endpoint="\/api\/stripe"/,
    );
  });
});
