import { afterEach, describe, expect, test, vi } from "vitest";
import type { OwnedConnectionClient } from "../../src/client/connectionClient.js";
import type { Channel } from "../../src/client/runtime.js";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

/** The library once more, as where two bundles of a page have brought one each. */
async function copy() {
  vi.resetModules();
  const [{ createConnectionClient }, { ConnectionError, toConnectionError }, { httpAdapter }] = await Promise.all([
    import("../../src/client/connectionClient.js"),
    import("../../src/core/errors.js"),
    import("../../src/client/http/httpAdapter.js"),
  ]);
  return { createConnectionClient, ConnectionError, toConnectionError, httpAdapter };
}

const until = <T>(look: () => T) => vi.waitFor(look, { timeout: 10_000 });
const runtime = { lock: null, openChannel: () => null };
const ends: Array<() => void> = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const shown = (client: OwnedConnectionClient) => {
  ends.push(
    client.subscribe(() => {}),
    client.destroy,
  );
  return until(() => {
    const state = client.getState();
    if (state.state === "loading") throw new Error("still loading");
    return state;
  });
};

describe("two copies of the library on one page", () => {
  test("make a request each, and tell each other of what is newer", async () => {
    const [one, two] = [await copy(), await copy()];
    expect(one.createConnectionClient).not.toBe(two.createConnectionClient);
    // What a BroadcastChannel does: the page's other channel of the same name hears, the sender does not.
    const channels = new Map<string, Set<(message: unknown) => void>>();
    const openChannel = (name: string, onMessage: (message: unknown) => void): Channel => {
      const listeners = channels.get(name) ?? new Set();
      channels.set(name, listeners.add(onMessage));
      return {
        post: (message) => listeners.forEach((each) => each !== onMessage && each(message)),
        close: () => void listeners.delete(onMessage),
      };
    };
    const { adapter, of, last } = controlledAdapter();
    const clients = [one, two].map(({ createConnectionClient }) =>
      createConnectionClient({ adapter, runtime: { lock: null, openChannel } }),
    );
    const states = clients.map(shown);
    await until(() => expect(of("getConnection")).toHaveLength(2));
    for (const call of of("getConnection")) await call.answer(connected());
    for (const state of await Promise.all(states)) {
      expect(state).toMatchObject({ state: "ready", error: null, connection: connected() });
    }
    expect(of("getConnection")).toHaveLength(2);

    const refreshed = clients[0]?.refresh();
    await until(() => last("refresh"));
    await last("refresh").answer(connected({ revision: 8 }));
    await refreshed;
    await until(() => expect(of("getConnection")).toHaveLength(3));
    await last("getConnection").answer(connected({ revision: 8 }));
    await until(() => expect(clients.map((client) => client.getState().connection?.revision)).toEqual([8, 8]));
    expect(of("getConnection")).toHaveLength(3);
  });

  test("an adapter of the one says to the client of the other what went wrong", async () => {
    const [one, two] = [await copy(), await copy()];
    const onAuthError = vi.fn();
    const adapter = one.httpAdapter({
      url: "https://back.example.com/api/stripe",
      fetch: async () => new Response(null, { status: 302, headers: { location: "/login" } }),
    });
    const state = await shown(two.createConnectionClient({ adapter, onAuthError, runtime }));
    expect(state).toMatchObject({ state: "failed", error: { code: "session_expired", retryable: false } });
    expect(onAuthError).toHaveBeenCalledOnce();
  });

  test("what only looks like an error of ours is none", async () => {
    const { toConnectionError } = await copy();
    const named = (own: object) => Object.assign(new Error("odd"), { name: "ConnectionError" }, own);
    for (const odd of [
      named({}),
      named({ code: "ECONNRESET" }),
      { name: "ConnectionError", code: "forbidden" },
      null,
    ]) {
      expect(toConnectionError(odd).code).toBe("internal");
    }
  });

  test("D5 an account that somebody else is just making is waited for, whoever's error says so", async () => {
    const [one, two] = [await copy(), await copy()];
    const { adapter, last } = controlledAdapter();
    const client = two.createConnectionClient({ adapter, runtime });
    ends.push(client.destroy);
    const made = client.connect();
    await until(() => last("connect"));
    await last("connect").fail(new one.ConnectionError("in_progress"));
    await until(() => last("getConnection"));
    await last("getConnection").answer(connecting());
    await expect(made).resolves.toMatchObject({ status: "connecting" });
  });
});
