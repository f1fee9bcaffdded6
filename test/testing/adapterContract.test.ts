import { describe, expect, test } from "vitest";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { adapterContract, type AdapterHarness } from "../../src/testing/index.js";
import { simulatedHarness } from "../support/simulatedHarness.js";

describe("the contract on simulatedAdapter, in a page without a browser", () => {
  test.each(adapterContract(simulatedHarness))("$name", ({ run }) => run());
});

/** What a case of the contract says of an adapter that was changed for the worse. */
async function verdict(name: string, change: (adapter: StripeConnectionAdapter) => Partial<StripeConnectionAdapter>) {
  const harness = (): AdapterHarness => {
    const own = simulatedHarness();
    const adapter = { ...own.adapter, ...change(own.adapter) };
    return { ...own, adapter, another: adapter };
  };
  const found = adapterContract(harness).find((one) => one.name === name);
  if (!found) throw new Error(`there is no case "${name}"`);
  return found.run().then(
    () => "kept",
    (thrown: Error) => thrown.message,
  );
}

describe("an adapter that is broken on purpose breaks the sentence that it breaks", () => {
  test("disconnect resolves before it is done", async () => {
    const early = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      async disconnect() {
        const now = await adapter.getConnection();
        const revision = now.revision + 1;
        return {
          ...now,
          revision,
          status: "not_connected",
          reason: "disconnected",
          disconnectedWhy: "user",
          account: null,
        };
      },
    });
    expect(await verdict("disconnect resolves when it is done", early)).toContain("what another page reads at once");
    expect(await verdict("a disconnect that has resolved has ended the account at Stripe", early)).toContain("broken");
    expect(await verdict("another generation than the one that was shown is a conflict", early)).toContain("rejects");
  });

  test("two accounts are made on a race", async () => {
    // Two processes that know nothing of each other.
    const elsewhere = simulatedHarness();
    const forked = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => {
      let turn = 0;
      return { connect: (...args) => ((turn += 1) % 2 ? adapter : elsewhere.adapter).connect(...args) };
    };
    expect(await verdict("E8 ten connects at once make one account", forked)).toContain("the same account");
    await elsewhere.close?.();
  });

  test("a session is handed out twice", async () => {
    let kept: ReturnType<StripeConnectionAdapter["createAccountSession"]> | undefined;
    const sharing = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      createAccountSession: (input) => (kept ??= adapter.createAccountSession(input)),
    });
    expect(await verdict("each session is a new one", sharing)).toContain("a secret is given once");
  });

  test("answers come from a cache that callers share", async () => {
    let kept: Promise<Connection> | undefined;
    const caching = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      getConnection: () => (kept ??= adapter.getConnection()),
    });
    expect(await verdict("an answer belongs to who asked", caching)).toContain("what a caller changed is not kept");
    kept = undefined;
    expect(await verdict("an abort ends the wait", caching)).toContain("broken");
  });

  test("something else than a ConnectionError is thrown", async () => {
    const raw = (): Partial<StripeConnectionAdapter> => ({
      previewDisconnect: () => Promise.reject(new TypeError("x")),
    });
    expect(await verdict("without an account there is nothing to set up or to disconnect", raw)).toContain(
      "rejects with a ConnectionError, not TypeError: x",
    );
  });

  test("a stream forgets where it was", async () => {
    const forgetful = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      subscribe: (listener, { signal }) => adapter.subscribe!(listener, signal ? { signal } : {}),
    });
    expect(await verdict("a stream that goes on after an id does not repeat what that id had", forgetful)).toContain(
      "only what is newer comes",
    );
  });
});
