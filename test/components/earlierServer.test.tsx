import { act, render, screen } from "@testing-library/react";
import {
  type Connection,
  ConnectionError,
  StripeConnectionCard,
  StripeConnectionProvider,
  StripeSection,
} from "react-stripe-connection";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { beforeEach, expect, test, vi } from "vitest";

/** What a server of before 0.2 rendered into the page. */
const { sections: _sections, ...rest } = fixtures.connected;
const { dashboard: _dashboard, ...can } = rest.can;
const earlier = { ...rest, can } as Connection;

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

test("a page that an earlier server rendered offers neither sections nor a dashboard", () => {
  render(
    <StripeConnectionProvider adapter={fixtureAdapter("loading")} initialConnection={earlier} platformName="Acme Cloud">
      <StripeSection name="payouts" />
    </StripeConnectionProvider>,
  );
  expect(screen.queryByRole("status")).toBeNull();
  expect(screen.queryByText(/Stripe/)).toBeNull();
});

test("a card that an earlier server rendered stands when its viewer is refused", async () => {
  render(
    <StripeConnectionCard
      adapter={fixtureAdapter(new ConnectionError("forbidden"))}
      initialConnection={earlier}
      platformName="Acme Cloud"
    />,
  );
  expect(await screen.findByText(/You aren't allowed to do this\./)).toBeVisible();
  expect(screen.getByText("Connected")).toBeVisible();
});

test("a client that is offered an earlier server's connection completes it", () => {
  const client = createConnectionClient({ adapter: fixtureAdapter("loading") });
  act(() => client.offer(earlier));
  expect(client.getState().connection).toMatchObject({ sections: {}, can: { update: true, dashboard: "unsupported" } });
  client.destroy();
});
