import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { StripeConnectInstance } from "@stripe/connect-js";
import { type Connection, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createStripeLook } from "../../src/onboarding/session/stripeLook.js";

// A host's tests run in jsdom, which lacks a part of the browser, and mock some of what it lacks.

const listening = {
  addEventListener: vi.fn(),
  removeEventListener: vi.fn(),
  addListener: vi.fn(),
  removeListener: vi.fn(),
};
const MOCKS: Record<string, unknown> = {
  "is missing": undefined,
  "returns nothing": () => undefined,
  "always matches": () => ({ matches: true, ...listening }),
  "never matches": () => ({ matches: false, ...listening }),
  "matches whatever names prefers-reduced-motion": (query: string) => ({
    matches: query.includes("prefers-reduced-motion"),
    ...listening,
  }),
  "has addListener only": () => ({ matches: true, addListener: vi.fn(), removeListener: vi.fn() }),
};

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "clipboard");
});

describe.each(Object.entries(MOCKS))("CL-F11 where matchMedia %s", (_, mock) => {
  test("a row that is done goes", async () => {
    vi.stubGlobal("matchMedia", mock);
    const page = (connection: Connection) => (
      <StripeConnectionCard
        adapter={fixtureAdapter(connection)}
        initialConnection={connection}
        platformName="Acme Cloud"
      />
    );
    const { detailsNeeded } = fixtures;
    const { container, rerender } = render(page(detailsNeeded));
    const rows = () => container.querySelectorAll('[data-part="rows"] > li').length;
    expect(rows()).toBe(detailsNeeded.requirements.length);
    const requirements = detailsNeeded.requirements.slice(1);
    await act(async () => rerender(page({ ...detailsNeeded, requirements, revision: detailsNeeded.revision + 1 })));
    await waitFor(() => expect(rows()).toBe(requirements.length));
    expect(screen.getByText("In progress")).toBeVisible();
  });

  test("Stripe's form follows the page's look", () => {
    vi.stubGlobal("matchMedia", mock);
    const update = vi.fn<StripeConnectInstance["update"]>();
    const root = document.createElement("div");
    document.body.append(root);
    const look = createStripeLook(() => root, "en");
    const end = look.follow({ update } as unknown as StripeConnectInstance);
    expect(update).toHaveBeenCalledOnce();
    end();
    root.remove();
  });
});

test("CL-F11 without CSS.supports Stripe's form keeps its own colours", () => {
  vi.stubGlobal("CSS", undefined);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const root = document.createElement("div");
  root.style.color = "oklch(0.5 0.1 200)";
  root.style.setProperty("--rsc-accent", "oklch(0.5 0.1 200)");
  document.body.append(root);
  expect(createStripeLook(() => root, "en").read().appearance.variables).not.toHaveProperty(
    "buttonPrimaryColorBackground",
  );
  root.remove();
});

describe.each([
  ["is missing", undefined],
  ["can't write", {}],
  ["refuses", { writeText: () => Promise.reject(new Error("not allowed")) }],
])("CL-F11 a clipboard that %s", (_, clipboard) => {
  test("leads to a text that can be copied by hand", async () => {
    const user = userEvent.setup();
    render(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.connected)}
        initialConnection={fixtures.connected}
        platformName="Acme Cloud"
      />,
    );
    await user.click(screen.getByRole("button", { name: "More actions" }));
    const copy = await screen.findByRole("menuitem", { name: "Copy account ID" });
    Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    await user.click(copy);
    expect(await screen.findByRole("alert")).toHaveTextContent("acct_1SMplFixture9xQ2");
  });
});

test("CL-F11 a clipboard mock that returns nothing counts as copied", async () => {
  const user = userEvent.setup();
  render(
    <StripeConnectionCard
      adapter={fixtureAdapter(fixtures.connected)}
      initialConnection={fixtures.connected}
      platformName="Acme Cloud"
    />,
  );
  await user.click(screen.getByRole("button", { name: "More actions" }));
  const copy = await screen.findByRole("menuitem", { name: "Copy account ID" });
  const writeText = vi.fn();
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  await user.click(copy);
  expect(await screen.findByText("Copied.")).toBeInTheDocument();
  expect(writeText).toHaveBeenCalledExactlyOnceWith("acct_1SMplFixture9xQ2");
});
