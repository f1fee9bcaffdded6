import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import {
  DisconnectDialog,
  StatusBadge,
  StripeConnectionCard,
  type StripeConnectionCardProps,
  StripeConnectionProvider,
  StripeConnectionReturn,
  StripeOnboarding,
  StripeSection,
  TroubleshootPanel,
} from "react-stripe-connection";
import { de } from "react-stripe-connection/locales/de";
import { ptBR } from "react-stripe-connection/locales/pt-BR";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { describe, expect, test, vi } from "vitest";

// The first card of a file waits for all of its code, which a busy machine takes its time to read.
vi.setConfig({ testTimeout: 30_000 });

type Extra = Partial<Omit<StripeConnectionCardProps, "adapter" | "endpoint">>;

const show = (state: keyof typeof fixtures, extra: Extra = {}) =>
  render(
    <StripeConnectionCard
      {...({ platformName: "Acme Cloud", timeZone: "UTC", ...extra } as { platformName: string })}
      adapter={fixtureAdapter(fixtures[state])}
    />,
  );

test("where the words say whom to contact, there is the way there", async () => {
  const { unmount } = show("platformPaused", { supportUrl: "https://acme.example/help" });
  const link = await screen.findByRole("link", { name: "Contact Acme Cloud" });
  expect(link).toHaveAttribute("href", "https://acme.example/help");
  // The page behind it learns nothing of this one.
  expect(link).toHaveAttribute("rel", "noreferrer");
  unmount();
  show("rejected", { supportUrl: "https://acme.example/help" });
  expect(await screen.findByRole("link", { name: "Contact Stripe" })).toHaveAttribute(
    "href",
    "https://support.stripe.com",
  );
});

test.each(["mailto:help@acme.example", "MAILTO:help@acme.example"])("%s is a way there, too", async (supportUrl) => {
  show("platformPaused", { supportUrl });
  expect(await screen.findByRole("link", { name: "Contact Acme Cloud" })).toHaveAttribute("href", supportUrl);
});

test.each(["javascript:alert(1)", "http://acme.example", "data:text/html,x", "/help", "java\nscript:alert(1)"])(
  "%s is no address to follow",
  async (supportUrl) => {
    show("platformPaused", { supportUrl });
    await screen.findByText("Action needed");
    expect(screen.queryByRole("link")).toBeNull();
  },
);

test("nobody is sent to support where there is something to do", async () => {
  show("connectedDueSoon", { supportUrl: "https://acme.example/help" });
  await screen.findByText("Connected");
  expect(screen.queryByRole("link")).toBeNull();
});

test("logo, elevation and density are the card's, and no attribute of a div", async () => {
  show("connected", { logo: <img alt="" src="/logo.svg" />, elevation: "flat", density: "compact" });
  const card = await screen.findByRole("group", { name: "Stripe" });
  await screen.findByText("Connected");
  expect(card.querySelector("img")).toHaveAttribute("src", "/logo.svg");
  expect(card.querySelector('[data-icon="mark"]')).toBeNull();
  expect(card).toHaveAttribute("data-elevation", "flat");
  expect(card).toHaveAttribute("data-density", "compact");
  for (const name of ["logo", "elevation", "density", "supporturl", "slots"]) expect(card).not.toHaveAttribute(name);
});

test("class, style, ref and the rest reach the root of each component", async () => {
  const given = { className: "own", style: { marginTop: 4 }, id: "here" };
  const refs = { card: createRef<HTMLDivElement>(), badge: createRef<HTMLSpanElement>() };
  const panel = createRef<HTMLDivElement>();
  const dialog = createRef<HTMLDivElement>();
  const comeBack = createRef<HTMLElement>();
  const form = createRef<HTMLElement>();
  const section = createRef<HTMLElement>();
  const adapter = fixtureAdapter({ ...fixtures.connected, sections: { payouts: "busy" } });
  render(
    <StripeConnectionProvider platformName="Acme Cloud" adapter={adapter}>
      <StripeConnectionCard {...given} ref={refs.card} />
      <StatusBadge {...given} ref={refs.badge} status="connected" />
      <TroubleshootPanel {...given} ref={panel} connection={fixtures.connected} onFix={() => {}} onCheck={() => {}} />
      <StripeConnectionReturn {...given} ref={comeBack} />
      <StripeOnboarding {...given} ref={form} purpose="onboarding" onExit={() => {}} />
      <StripeSection {...given} ref={section} name="payouts" />
      <DisconnectDialog
        {...given}
        ref={dialog}
        open
        onOpenChange={() => {}}
        preview={null}
        pending={false}
        error={null}
        onConfirm={() => {}}
      />
    </StripeConnectionProvider>,
  );
  expect(dialog.current).not.toBeNull();
  const roots = {
    "connection-card": refs.card,
    "status-badge": refs.badge,
    "troubleshoot-panel": panel,
    "disconnect-dialog": dialog,
    "connection-return": comeBack,
    onboarding: form,
    section,
  };
  for (const [name, ref] of Object.entries(roots)) {
    expect(ref.current, name).toHaveAttribute("data-rsc", name);
    expect(ref.current, name).toHaveClass("own");
    // Of the element itself: jsdom takes seconds to compute a style.
    expect(ref.current?.style.marginTop, name).toBe("4px");
    expect(ref.current, name).toHaveAttribute("id", "here");
  }
});

test("a time in a sentence is written as in a sentence", async () => {
  const now = new Date().toISOString();
  render(
    <StripeConnectionCard
      platformName="Acme Cloud"
      adapter={fixtureAdapter({ ...fixtures.inReview, checkedAt: now, serverTime: now })}
    />,
  );
  expect(await screen.findByText(/Checked with Stripe just now\./)).toBeVisible();
});

test.each([
  ["de", "Stripe prüft Ihre Angaben.", /Zuletzt geprüft: vor \d+ Min\.$/],
  ["pt-BR", "A Stripe está verificando", /Última verificação: há \d+ min\.$/],
])("a sentence that ends with a shortened word has one full stop (%s)", async (locale, sentence, end) => {
  const now = Date.now();
  const iso = (ago: number) => new Date(now - ago).toISOString();
  const { container } = render(
    <StripeConnectionCard
      platformName="Acme Cloud"
      locale={locale}
      locales={[de, ptBR]}
      adapter={fixtureAdapter({ ...fixtures.inReview, checkedAt: iso(150_000), serverTime: iso(0) })}
    />,
  );
  await screen.findByText((text) => text.includes(sentence));
  await waitFor(() => expect(container.querySelector('[data-part="lead"] small')?.textContent).toMatch(end));
});

test("who began is told while there is something to go on with, and not while Stripe checks it", async () => {
  show("startedByAnother");
  expect(await screen.findByText(/^Started by Omar Haddad on/)).toBeVisible();
  cleanup();
  show("inReview");
  expect(await screen.findByText(/^Being checked: proof of identity, tax ID\./)).not.toHaveTextContent("Started by");
});

test("a date without a row of its own says how far off it is", async () => {
  show("connectedFutureRequirements");
  expect(await screen.findByText(/^in \d+ (days|months)$/)).toBeVisible();
});

describe("the details of an account at Stripe can be reused", () => {
  const hint = /you can reuse that account's details in Stripe's form/;

  test("is said to whom can connect", async () => {
    show("notConnected");
    expect(await screen.findByText(hint)).toHaveTextContent(/An existing Stripe account can't be connected\. If you/);
  });

  test("is said again after a disconnect", async () => {
    show("disconnected");
    expect(await screen.findByText(hint)).toBeVisible();
  });

  test.each([
    ["with hideReuseHint", "notConnected", { hideReuseHint: true }],
    ["to whom can't connect", "notConnectedReadOnly", {}],
    ["once there is an account", "connected", {}],
  ] as const)("is not said %s", async (_, state, extra) => {
    show(state, extra);
    await screen.findByText(state === "connected" ? "Connected" : "Not connected");
    expect(screen.queryByText(hint)).toBeNull();
  });
});
