import { act, cleanup, render } from "@testing-library/react";
import { StatusBadge, StripeConnectionCard, TroubleshootPanel, useStripeConnection } from "react-stripe-connection";
import { fixtures } from "react-stripe-connection/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands } from "vitest/browser";
import type { ConnectionState } from "../../src/client/connectionState.js";
import type { Connection } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import { playedClient, renderOnPage } from "../support/onboardingPage.js";
import { keepTranslated, translate, TRANSLATIONS, untranslated, wordsOfReact } from "../support/translation.js";

// A page that the browser translates: the text nodes are no longer where React put them. Whatever is pressed or pushed
// then, nothing may throw, and the page must say what a page that is not translated says.

interface Step {
  name: string;
  connection: Connection | null;
  change?: Partial<ConnectionState>;
}

const lost = new ConnectionError("network", { requestId: "req_1" });
const refused = new ConnectionError("stripe_unavailable", { requestId: "req_2" });
const states: readonly Step[] = [
  ...Object.entries(fixtures).map(([name, connection]) => ({ name, connection })),
  { name: "loading", connection: null },
  { name: "slow", connection: null, change: { isSlow: true } as Partial<ConnectionState> },
  { name: "failed", connection: null, change: { state: "failed", error: lost } as Partial<ConnectionState> },
  { name: "stale", connection: fixtures.connected, change: { isStale: true, error: lost } as Partial<ConnectionState> },
  {
    name: "refused",
    connection: fixtures.inReview,
    change: { isStale: true, error: refused } as Partial<ConnectionState>,
  },
  {
    name: "paused",
    connection: fixtures.connected,
    change: {
      isStale: true,
      error: lost,
      retryAt: new Date(playedClient().serverNow() + 20_000).toISOString(),
    } as Partial<ConnectionState>,
  },
  { name: "offline", connection: fixtures.detailsNeeded, change: { isOffline: true } },
  { name: "connecting", connection: fixtures.notConnected, change: { pending: "connect" } },
  {
    name: "checking",
    connection: fixtures.connecting,
    change: { pending: "refresh", isOverdue: true } as Partial<ConnectionState>,
  },
];

/** All that shows a connection. */
function Everything() {
  const { connection } = useStripeConnection();
  return (
    <>
      <StripeConnectionCard />
      {connection ? (
        <>
          <StatusBadge status={connection.status} reason={connection.reason} />
          <TroubleshootPanel connection={connection} onFix={() => {}} onCheck={() => {}} />
        </>
      ) : null}
    </>
  );
}

function copyOf(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-copy="${name}"]`);
  if (!found) throw new Error(`there is no copy "${name}"`);
  return found;
}

/** What a card reads; the announcer keeps what it said last. */
const wordsOf = (root: Element): string =>
  untranslated(
    [...root.querySelectorAll('[data-rsc="connection-card"] > :not([data-part="announcer"])')]
      .map(({ textContent }) => textContent)
      .join("\n"),
  );

/** The words that explain requirements are a chunk. */
const wordsAreHere = () => vi.waitFor(() => expect(document.querySelector("[data-waits]")).toBeNull());

// Rows that are done go at once.
beforeEach(() => commands.emulateMedia({ reducedMotion: "reduce" }));
afterEach(() => commands.emulateMedia(null));

/** Which elements there are: React replaces states of one shape in the same way, whatever they say. */
const shapeOf = (root: Element) =>
  [
    ...new Set(
      [...root.querySelectorAll<HTMLElement>("*")].map(({ localName, dataset }) => `${localName} ${dataset["part"]}`),
    ),
  ]
    .sort()
    .join();

/** What a card reads that was never in another state: one state of each shape. */
async function freshWords(): Promise<Map<Step, string>> {
  renderOnPage(<StripeConnectionCard />, { client: playedClient(fixtures.detailsNeeded) });
  await wordsAreHere();
  cleanup();
  const shapes = new Set<string>();
  const words = new Map<Step, string>();
  for (const step of states) {
    const client = playedClient(null);
    client.show(step.connection, step.change);
    const { container, unmount } = renderOnPage(<StripeConnectionCard />, { client });
    const shape = shapeOf(container);
    if (!shapes.has(shape)) words.set(step, wordsOf(container));
    shapes.add(shape);
    unmount();
  }
  return words;
}

describe("CL-F1 a page that the browser translates", () => {
  // `replace` takes more from React than `move`: where the one leaves nothing behind, the other does not either.
  test("a state that follows any other one reads as if it were the first", async () => {
    const expected = await freshWords();
    const client = playedClient(null);
    const { container, events } = renderOnPage(<StripeConnectionCard />, { client });
    const show = ({ connection, change }: Step) => act(() => client.show(connection, change));
    const wrong: string[] = [];
    const go = (from: Step, to: Step) => {
      translate(container, "replace");
      show(to);
      if (wordsOf(container) !== expected.get(to)) wrong.push(`${from.name} → ${to.name}`);
    };
    const distinct = [...expected.keys()];
    for (const [index, a] of distinct.entries()) {
      show(a);
      for (const b of distinct.slice(index + 1)) {
        go(a, b);
        go(b, a);
      }
    }
    expect(distinct.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
    expect(events.filter(({ type }) => type === "failed")).toEqual([]);
  });

  test.each(TRANSLATIONS)("%s: what is translated as it comes reads as the page that is not", async (how) => {
    const client = playedClient(fixtures.detailsNeeded);
    const { events } = renderOnPage(
      <>
        <div data-copy="translated">
          <Everything />
        </div>
        <div data-copy="plain">
          <Everything />
        </div>
      </>,
      { client },
    );
    await wordsAreHere();
    const [copy, plain] = [copyOf("translated"), copyOf("plain")];
    const end = keepTranslated(copy, how);
    for (const { name, connection, change } of [...states, ...states.toReversed()]) {
      await act(async () => client.show(connection, change));
      expect(untranslated(copy.textContent), name).toBe(plain.textContent);
      expect(wordsOfReact(plain), `${name}: words beside a sibling stand in an element of their own`).toEqual([]);
    }
    end();
    expect(copy.textContent).toContain("⟦");
    expect(events.filter(({ type }) => type === "failed")).toEqual([]);
  });

  test("ids are left as they are, to be quoted and copied", async () => {
    const client = playedClient(fixtures.connected);
    const { container } = renderOnPage(<StripeConnectionCard />, { client });
    act(() => client.show(fixtures.connected, { isStale: true, error: refused } as Partial<ConnectionState>));
    translate(container, "replace");
    const whole = [...container.querySelectorAll("bdi")].map(({ textContent }) => textContent);
    expect(whole).toEqual(expect.arrayContaining(["Acme Ltd", "acct_…9xQ2", "Reference req_2"]));
  });

  test("the check for words that React keeps finds those beside a sibling", () => {
    const words = (isBusy: boolean) => (
      <p>
        {isBusy ? <i /> : null}
        Connect
      </p>
    );
    const { container } = render(words(false));
    expect(wordsOfReact(container)).toEqual(["Connect"]);
    render(<p>Connect</p>, { container });
    expect(wordsOfReact(container)).toEqual([]);
  });
});
