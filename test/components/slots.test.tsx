import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Connection, StripeConnectionCard, type StripeConnectionCardProps } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test, vi } from "vitest";
import { takeConsoleErrors } from "../support/setup.js";

// The first card of a file waits for all of its code, which a busy machine takes its time to read.
vi.setConfig({ testTimeout: 30_000 });

type Extra = Partial<Omit<StripeConnectionCardProps, "adapter" | "endpoint">>;

const drawn = (connection: Connection, extra: Extra) => (
  <StripeConnectionCard
    {...({ platformName: "Acme Cloud", timeZone: "UTC", ...extra } as { platformName: string })}
    adapter={fixtureAdapter(connection)}
  />
);

test("each slot is given the connection, its words, what the card can do, and what the card has there", async () => {
  const slots = {
    header: vi.fn(({ children }) => <>{children} own header</>),
    actions: vi.fn(({ connection }) => <p>own actions of {connection.account?.displayName}</p>),
    footer: vi.fn(({ children }) => (
      <>
        {children}
        <p>own footer</p>
      </>
    )),
    notice: vi.fn(({ notice, children }) => (
      <section aria-label={notice.id}>
        {children}
        <a href="/help">Read more</a>
      </section>
    )),
  };
  const connection = fixtures.connectedPayoutsOff;
  render(drawn(connection, { slots }));

  expect(await screen.findByText(/^own actions of/)).toHaveTextContent(connection.account?.displayName ?? "");
  expect(screen.queryByRole("button", { name: "Update Stripe information" })).toBeNull();
  expect(screen.getByText("own footer")).toBeVisible();
  expect(screen.getByText("Last checked")).toBeVisible();
  const notice = screen.getByRole("region", { name: "paused" });
  expect(within(notice).getByText(/paused/)).toBeVisible();
  expect(within(notice).getByRole("link", { name: "Read more" })).toBeVisible();
  // What stands in the header names the card.
  expect(screen.getByRole("group", { name: /Stripe.*Connected.*own header/ })).toBeVisible();
  for (const slot of Object.values(slots)) {
    expect(slot.mock.calls[0]?.[0]).toMatchObject({
      connection: { revision: connection.revision },
      description: { label: "Connected" },
      operations: { connect: expect.any(Function), update: expect.any(Function), check: expect.any(Function) },
    });
  }
});

test("a button of the host's opens Stripe's form, and the dialog that asks before a disconnect", {
  timeout: 30_000,
}, async () => {
  render(
    drawn(fixtures.connected, {
      slots: {
        actions: ({ operations }) => (
          <>
            <button onClick={() => operations.update()}>Manage</button>
            <button onClick={() => operations.disconnect()}>Leave</button>
          </>
        ),
      },
    }),
  );
  await userEvent.click(await screen.findByRole("button", { name: "Leave" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Disconnect Stripe?" }, { timeout: 20_000 });
  await userEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "Manage" }));
  expect(await screen.findByRole("region", { name: "Update Stripe information" })).toBeVisible();
});

test("B20 a slot that throws is told to onError, and the card has its own there", async () => {
  const onError = vi.fn();
  const onEvent = vi.fn();
  const actions = () => {
    throw new Error("the host's own mistake");
  };
  render(
    <>
      <p>the page</p>
      {drawn(fixtures.connected, { slots: { actions }, onError, onEvent })}
    </>,
  );
  expect(await screen.findByRole("button", { name: "Update Stripe information" })).toBeVisible();
  expect(screen.getByText("Last checked")).toBeVisible();
  expect(screen.getByText("the page")).toBeVisible();
  expect(onError).toHaveBeenCalledWith(
    expect.objectContaining({ message: "the host's own mistake" }),
    expect.objectContaining({ componentStack: expect.any(String) }),
  );
  expect(onEvent).toHaveBeenCalledWith({ type: "failed", operation: "load", code: "internal" });
  expect(takeConsoleErrors().join(" ")).toContain("the host's own mistake");
});

test("B20 a slot that could not do with one connection is tried again with the next", async () => {
  const slots = {
    footer: ({ connection }: { connection: Connection }) => {
      if (connection.status === "connecting") throw new Error("not yet");
      return <p>own footer</p>;
    },
  };
  let now: Connection = fixtures.connecting;
  const adapter = { ...fixtureAdapter(now), getConnection: async () => now, refresh: async () => now };
  render(<StripeConnectionCard platformName="Acme Cloud" adapter={adapter} slots={slots} onError={() => undefined} />);
  await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
  now = { ...fixtures.connected, scope: now.scope, revision: now.revision + 1 };
  await userEvent.click(await screen.findByRole("menuitem", { name: "Check status now" }));
  expect(await screen.findByText("own footer")).toBeVisible();
  takeConsoleErrors();
});
