import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  type Connection,
  ConnectionError,
  describeConnection,
  StripeConnectionCard,
  type StripeConnectionCardProps,
  StripeConnectionProvider,
} from "react-stripe-connection";
import {
  fixtureAdapter,
  type FixtureAdapterOptions,
  type FixtureKey,
  fixtures,
  type FixtureState,
} from "react-stripe-connection/testing";
import { describe, expect, test, vi } from "vitest";
import { takeConsoleErrors } from "../support/setup.js";

type Extra = Partial<Omit<StripeConnectionCardProps, "adapter" | "endpoint">>;

function show(state: FixtureState, options?: FixtureAdapterOptions, extra: Extra = {}) {
  return render(
    <StripeConnectionCard
      {...({ platformName: "Acme Cloud", timeZone: "UTC", ...extra } as { platformName: string })}
      adapter={fixtureAdapter(state, options)}
    />,
  );
}
const card = () => {
  const root = document.querySelector<HTMLElement>('[data-rsc="connection-card"]');
  if (!root) throw new Error("no card");
  return root;
};
const keys = Object.keys(fixtures) as FixtureKey[];

describe("every state", () => {
  test.each(keys)("%s shows its label and tone, and nothing that is not meant for people", async (key) => {
    const connection: Connection = fixtures[key];
    const described = describeConnection(connection, { platformName: "Acme Cloud" });
    show(connection);
    expect(await screen.findByText(described.label)).toBeVisible();
    expect(card()).toHaveAttribute("data-status", connection.status);
    expect(card()).toHaveAttribute("data-tone", described.tone);
    const texts = card().textContent ?? "";
    expect(texts).not.toMatch(/Invalid Date|undefined|null|NaN|\b[a-z]+_[a-z]+/);
  });

  // How long it has been connecting is the clock's business, and has a test of its own.
  test.each(keys.filter((key) => fixtures[key].status !== "connecting"))(
    "%s has its sentence and its button",
    async (key) => {
      const { label, sentence, primary } = describeConnection(fixtures[key], { platformName: "Acme Cloud" });
      show(fixtures[key]);
      await screen.findByText(label);
      expect(card()).toHaveTextContent(sentence);
      const buttons = screen.queryAllByRole("button").map((button) => button.textContent);
      expect(buttons.includes(primary?.label ?? "no button")).toBe(primary !== null);
    },
  );

  test("payments and payouts are two facts", async () => {
    show(fixtures.connectedPayoutsOff);
    const facts = (await screen.findByText("Payments")).closest("dl") as HTMLElement;
    expect(within(facts).getByText("Payments").nextElementSibling).toHaveTextContent("Active");
    expect(within(facts).getByText("Payouts").nextElementSibling).toHaveTextContent("Paused");
  });

  test("tags say test mode and a simulated account, and nothing in live mode", async () => {
    const { unmount } = show(fixtures.simulated);
    expect(await screen.findByText("Test mode")).toBeVisible();
    expect(screen.getByText("Simulated")).toBeVisible();
    unmount();
    const live = show(fixtures.connected);
    await screen.findByText("Connected");
    expect(screen.queryByText("Test mode")).toBeNull();
    live.unmount();
    // Who connects has to know beforehand where.
    show(fixtures.notConnectedTestMode);
    expect(await screen.findByText("Test mode")).toBeVisible();
  });

  test("who may only look sees no button and whom to ask", async () => {
    show(fixtures.readOnly);
    expect(await screen.findByText(/Ask an admin to change this/)).toBeVisible();
    expect(screen.queryAllByRole("button")).toEqual([]);
  });
});

describe("before there is an answer", () => {
  test("A2 a first load that fails says so and can be tried again", async () => {
    const error = new ConnectionError("session_expired", { requestId: "req_1" });
    let connection: Connection | ConnectionError = error;
    const adapter = {
      ...fixtureAdapter(fixtures.connected),
      getConnection: async () => {
        if (connection instanceof ConnectionError) throw connection;
        return connection;
      },
      refresh: async () => adapter.getConnection(),
    };
    render(<StripeConnectionCard adapter={adapter} platformName="Acme Cloud" />);
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "You have been signed out. Sign in again to go on. Reference req_1",
    );
    connection = fixtures.connected;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Connected")).toBeVisible();
  });

  test("the skeleton is busy, and says after three seconds that it is still at it", async () => {
    vi.useFakeTimers();
    try {
      show("loading");
      expect(card()).toHaveAttribute("data-loading");
      expect(card()).toHaveAttribute("aria-busy", "true");
      expect(screen.queryByText("Still checking with Stripe…")).toBeNull();
      await act(() => vi.advanceTimersByTimeAsync(3_100));
      expect(screen.getByText("Still checking with Stripe…")).toBeVisible();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("to connect", () => {
  test("asks for the country where there is a choice, and says that it can't be changed", async () => {
    const connect = vi.fn(async () => fixtures.creating);
    render(
      <StripeConnectionCard
        adapter={{ ...fixtureAdapter(fixtures.notConnectedCountries), connect }}
        platformName="Acme Cloud"
      />,
    );
    const button = await screen.findByRole("button", { name: "Connect Stripe account" });
    const country = screen.getByRole("combobox", { name: "Country of your business" });
    expect(country).toHaveAccessibleDescription("It can't be changed later.");
    await userEvent.click(button);
    expect(connect).not.toHaveBeenCalled();
    expect(country).toHaveFocus();
    expect(screen.getByRole("alert")).toHaveTextContent("Choose the country first.");
    await userEvent.selectOptions(country, "Germany");
    await userEvent.click(button);
    expect(connect).toHaveBeenCalledTimes(1);
    expect(connect).toHaveBeenCalledWith({ country: "DE" }, expect.anything());
  });

  test("A6 a double click connects once, and a failure says what to do", async () => {
    let fail: (error: ConnectionError) => void = () => undefined;
    const connect = vi.fn(
      () =>
        new Promise<Connection>((_, reject) => {
          fail = reject;
        }),
    );
    render(
      <StripeConnectionCard
        adapter={{ ...fixtureAdapter(fixtures.notConnected), connect }}
        platformName="Acme Cloud"
      />,
    );
    await userEvent.dblClick(await screen.findByRole("button", { name: "Connect Stripe account" }));
    expect(connect).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("button", { name: "Connecting…" })).toHaveAttribute("aria-busy", "true");
    await act(async () => fail(new ConnectionError("stripe_unavailable", { requestId: "req_7" })));
    expect(screen.getByRole("alert")).toHaveTextContent(/Stripe can't be reached right now.*Reference req_7/);
    expect(screen.getByRole("button", { name: "Connect Stripe account" })).toBeEnabled();
  });
});

describe("the checklist", () => {
  test("B11 shows five of many rows, and all on demand", async () => {
    show(fixtures.manyRequirements);
    const list = await screen.findByRole("list", { name: "What Stripe needs" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(5);
    await userEvent.click(screen.getByRole("button", { name: /^Show \d+ more$/ }));
    expect(within(list).getAllByRole("listitem").length).toBeGreaterThan(5);
    await userEvent.click(screen.getByRole("button", { name: "Show less" }));
    expect(within(list).getAllByRole("listitem")).toHaveLength(5);
    // The others are there for paper.
    expect(within(list).getAllByRole("listitem", { hidden: true }).length).toBeGreaterThan(5);
  });

  test("each row opens the form for just its keys", async () => {
    const createAccountSession = vi.fn(() => new Promise<never>(() => undefined));
    render(
      <StripeConnectionCard
        adapter={{ ...fixtureAdapter(fixtures.detailsNeeded), createAccountSession }}
        platformName="Acme Cloud"
      />,
    );
    await userEvent.click(await screen.findByRole("button", { name: /^Bank account/ }));
    expect(await screen.findByRole("heading", { name: "Update Stripe information" })).toHaveFocus();
    await userEvent.click(await screen.findByRole("button", { name: "Return to Acme Cloud" }));
    expect(await screen.findByRole("list", { name: "What Stripe needs" })).toBeVisible();
  });

  test("a deadline is a time element with its date", async () => {
    show(fixtures.identityDocument);
    const due = await screen.findByText(/^Due /);
    expect(due.closest("time")).toHaveAttribute("datetime", expect.stringMatching(/^2026-/));
  });

  test("B8 what Stripe or a person wrote is text and keeps to itself", async () => {
    const evil = '<img src=x onerror="window.evil=1"> \u202Eabc **bold** 🧨';
    const connection: Connection = {
      ...fixtures.identityDocument,
      account: { ...(fixtures.identityDocument.account as NonNullable<Connection["account"]>), displayName: evil },
    };
    show(connection);
    const name = await screen.findByText((_, element) => element?.textContent === evil && element.tagName === "BDI");
    expect(name.querySelector("img")).toBeNull();
    expect(card().querySelector("img")).toBeNull();
  });
});

test("HO-6 without a connection from the server the card asks for it", async () => {
  render(
    <StripeConnectionCard
      adapter={fixtureAdapter(fixtures.connected)}
      initialConnection={null}
      platformName="Acme Cloud"
    />,
  );
  expect(await screen.findByText("Connected")).toBeDefined();
});

describe("what changes", () => {
  test("B15 a change of status is announced once, a refresh without a change not at all", async () => {
    const adapter = fixtureAdapter("loading");
    const page = (connection: Connection) => (
      <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" />
    );
    const { rerender } = render(page(fixtures.connecting));
    const push = (connection: Connection) => rerender(page(connection));
    await screen.findByText("Connecting");
    const regions = [...card().querySelectorAll('[data-part="announcer"]')];
    expect(regions.map((region) => region.textContent)).toEqual(["", ""]);
    const announced: string[] = [];
    for (const region of regions) {
      new MutationObserver(() => announced.push(region.textContent ?? "")).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    const later = { scope: fixtures.connecting.scope, serverTime: "2026-11-22T14:03:00.000Z" };
    await act(async () => push({ ...fixtures.connecting, ...later, revision: 50 }));
    expect(announced).toEqual([]);
    await act(async () => push({ ...fixtures.connected, ...later, revision: 51 }));
    await waitFor(() =>
      expect(announced).toEqual(["Stripe: Connected. Stripe is syncing. You're ready to publish plans."]),
    );
    await act(async () => push({ ...fixtures.connected, ...later, revision: 52 }));
    expect(announced).toHaveLength(1);
    // What has stopped comes first.
    await act(async () => push({ ...fixtures.payoutsPaused, ...later, revision: 53 }));
    await waitFor(() => expect(announced.at(-1)).toMatch(/^Stripe: Action needed\. Payouts are paused\. Update /));
  });

  test("A1 a refresh that fails keeps what is shown and says from when it is", async () => {
    const error = new ConnectionError("network", { requestId: "req_9", retryable: false });
    show(error, {}, { initialConnection: fixtures.connected });
    expect(screen.getByText("Connected")).toBeVisible();
    const notice = await screen.findByText(
      /We couldn't reach Acme Cloud\. Showing the status from/,
      {},
      { timeout: 8_000 },
    );
    expect(notice.closest('[data-part="notice"]')).toHaveTextContent("Reference req_9");
    expect(screen.getByText("Connected")).toBeVisible();
  }, 10_000);
});

describe("a disconnect under way", () => {
  test("is told, with work under way, nothing to change, and a look that ends it", async () => {
    const refresh = vi.fn(() => Promise.resolve({ ...fixtures.disconnected, revision: 90 }));
    render(
      <StripeConnectionCard
        platformName="Acme Cloud"
        adapter={{ ...fixtureAdapter(fixtures.disconnecting), refresh }}
        initialConnection={fixtures.disconnecting}
      />,
    );
    expect(await screen.findByText("Disconnecting from Stripe…")).toBeVisible();
    expect(card().querySelector('[data-part="bar"]')).not.toBeNull();
    expect(screen.queryByRole("button", { name: "Update Stripe information" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Check again" }));
    expect(await screen.findByRole("button", { name: "Connect Stripe account" })).toBeVisible();
    expect(card().querySelector('[data-part="bar"]')).toBeNull();
  });
});

describe("what has failed", () => {
  const unavailable = new ConnectionError("stripe_unavailable", { retryable: false });

  test("A1 is not laid at the platform's door where its server has answered", async () => {
    show(unavailable, {}, { initialConnection: fixtures.connected });
    expect(
      await screen.findByText(/Stripe can't be reached right now.*Last checked: /, {}, { timeout: 8_000 }),
    ).toBeVisible();
    expect(screen.queryByText(/couldn't reach Acme Cloud/)).toBeNull();
  }, 10_000);

  test("is gone as soon as Stripe has been read since", async () => {
    const refresh = async () => {
      throw unavailable;
    };
    const adapter = { ...fixtureAdapter("loading"), refresh };
    const page = (connection: Connection) => (
      <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" />
    );
    const { rerender } = render(page(fixtures.connectingLong));
    await userEvent.click(await screen.findByRole("button", { name: "Check again" }));
    await screen.findByText(/Stripe can't be reached right now/);
    const { scope } = fixtures.connectingLong;
    const serverTime = "2026-11-22T14:03:00.000Z";
    rerender(page({ ...fixtures.detailsNeeded, scope, revision: 50, serverTime, checkedAt: serverTime }));
    expect(await screen.findByText("In progress")).toBeVisible();
    expect(screen.queryByText(/Stripe can't be reached right now/)).toBeNull();
  });
});

describe("the focus", () => {
  test("goes to the heading when a new state takes its button away, and stays elsewhere", async () => {
    const adapter = fixtureAdapter("loading");
    const page = (connection: Connection) => (
      <>
        <button type="button">The page's own</button>
        <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" />
      </>
    );
    const { rerender } = render(page(fixtures.notConnected));
    (await screen.findByRole("button", { name: "Connect Stripe account" })).focus();
    const later = { scope: fixtures.notConnected.scope, serverTime: "2026-11-22T14:03:00.000Z" };
    rerender(page({ ...fixtures.connecting, ...later, revision: 50 }));
    await screen.findByText("Connecting");
    expect(screen.getByRole("heading", { name: "Stripe" })).toHaveFocus();

    const own = screen.getByRole("button", { name: "The page's own" });
    own.focus();
    rerender(page({ ...fixtures.connected, ...later, revision: 51 }));
    await screen.findByText("Connected");
    expect(own).toHaveFocus();
  });
});

describe("on its own and below a provider", () => {
  test("className, style, ref and the rest go to the root", async () => {
    let root: HTMLElement | null = null;
    render(
      <StripeConnectionProvider adapter={fixtureAdapter(fixtures.connected)} platformName="Acme Cloud">
        <StripeConnectionCard
          ref={(element) => {
            root = element;
          }}
          className="mine"
          style={{ marginTop: 4 }}
          id="stripe"
          data-testid="card"
        />
      </StripeConnectionProvider>,
    );
    await screen.findByText("Connected");
    expect(root).toBe(card());
    expect(card()).toHaveClass("mine");
    expect(card()).toHaveStyle({ marginTop: "4px" });
    expect(card().id).toBe("stripe");
    expect(screen.getByTestId("card")).toBe(card());
  });

  test("without either it says what is missing", () => {
    expect(() => render(<StripeConnectionCard />)).toThrow(/there is no StripeConnectionProvider/);
    takeConsoleErrors();
  });

  test("B19 two cards on one page have ids of their own", async () => {
    show(fixtures.notConnectedCountries);
    show(fixtures.notConnectedCountries);
    await waitFor(() => expect(screen.getAllByRole("combobox")).toHaveLength(2));
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("B20 a card that breaks stays a card, and the page around it goes on", async () => {
    const onEvent = vi.fn();
    const broken = { ...fixtures.detailsNeeded, requirements: [null] } as unknown as Connection;
    render(
      <>
        <p>The page</p>
        <StripeConnectionCard
          adapter={fixtureAdapter("loading")}
          initialConnection={broken}
          platformName="Acme Cloud"
          onEvent={onEvent}
        />
      </>,
    );
    expect(await screen.findByText("Something went wrong here.")).toBeVisible();
    expect(screen.getByText("The page")).toBeVisible();
    expect(onEvent).toHaveBeenCalledWith({ type: "failed", operation: "load", code: "internal" });
    takeConsoleErrors();
  });

  describe("CL-F1 a card that broke", () => {
    const broken = { ...fixtures.detailsNeeded, requirements: [null] } as unknown as Connection;
    const showBroken = async (options: FixtureAdapterOptions) => {
      const adapter = fixtureAdapter(fixtures.connected, options);
      render(<StripeConnectionCard adapter={adapter} initialConnection={broken} platformName="Acme Cloud" />);
      expect(await screen.findByRole("alert")).toHaveTextContent(
        "Something went wrong here. Check the status to see how your Stripe connection stands.",
      );
      takeConsoleErrors();
    };

    test("is drawn again with the next answer", async () => {
      await showBroken({ delay: 50 });
      expect(await screen.findByText("Connected")).toBeVisible();
      expect(screen.queryByRole("alert")).toBeNull();
    });

    test("has a button that reads the account again", async () => {
      await showBroken({ fail: { getConnection: "never" } });
      await userEvent.click(screen.getByRole("button", { name: "Check status now" }));
      expect(await screen.findByText("Connected")).toBeVisible();
      takeConsoleErrors();
    });
  });
});
