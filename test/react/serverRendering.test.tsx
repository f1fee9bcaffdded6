// @vitest-environment node
import { Suspense, use } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test, vi } from "vitest";
import type { Connection } from "../../src/core/connection.js";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { useStripeConnection } from "../../src/react/useStripeConnection.js";
import { connected } from "../support/connections.js";

const of = (tenant: string): Connection =>
  connected({ scope: tenant, account: { ...connected().account!, id: `acct_${tenant}` } });

function Account() {
  const { state, connection } = useStripeConnection();
  return <p>{connection?.account?.id ?? state}</p>;
}

const page = (initialConnection?: Connection, slow?: Promise<void>) => (
  <StripeConnectionProvider
    endpoint="/api/stripe"
    platformName="Acme"
    {...(initialConnection ? { initialConnection } : {})}
  >
    <Account />
    {slow ? (
      <Suspense fallback="…">
        <Late after={slow} />
      </Suspense>
    ) : null}
  </StripeConnectionProvider>
);

function Late({ after }: { after: Promise<void> }) {
  use(after);
  return <Account />;
}

describe("on a server", () => {
  test("what the server read is rendered; else the page loads it", () => {
    expect(renderToString(page(of("a")))).toBe("<p>acct_a</p>");
    expect(renderToString(page())).toBe("<p>loading</p>");
  });

  test("A7 two tenants whose renderings interleave never see each other", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const gates = ["a", "b", "c"].map((tenant) => {
      let open = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const html = new PassThrough();
      const { pipe } = renderToPipeableStream(page(of(tenant), gate), { onAllReady: () => pipe(html) });
      return { tenant, open, html: text(html) };
    });
    for (const { open } of gates.toReversed()) open();
    for (const { tenant, html } of gates) {
      const accounts = (await html).match(/acct_\w+/g) ?? [];
      expect(accounts).toEqual([`acct_${tenant}`, `acct_${tenant}`]);
    }
    expect(renderToString(page())).toBe("<p>loading</p>");
    expect(fetched).not.toHaveBeenCalled();
  });
});
