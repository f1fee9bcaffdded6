// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import { ConnectionError } from "../../src/core/errors.js";
import { newerConnection } from "../../src/client/newerConnection.js";
import { connected } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

const at = (revision: number, second: number) =>
  connected({ revision, serverTime: new Date(Date.UTC(2026, 10, 22, 14, 0, second)).toISOString() });

describe("newerConnection", () => {
  test("A3 whatever the order in which answers come, the newest is left", () => {
    const answers = fc.array(fc.tuple(fc.nat(9), fc.nat(50)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (pairs, keys) => {
        const sent = pairs.map(([revision, second]) => at(revision, second));
        const arrived = sent
          .map((connection) => ({ connection, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ connection }) => connection);
        const kept = arrived.reduce(newerConnection);
        const best = Math.max(...sent.map(({ revision }) => revision));
        const latest = sent.filter(({ revision }) => revision === best).map(({ serverTime }) => serverTime);
        expect([kept.revision, kept.serverTime]).toEqual([best, latest.sort().at(-1)]);
      }),
    );
  });
});

describe("the client among answers in any order", () => {
  test("A3 the revision that is shown never falls, whoever answers, pushes or tells of it first", async () => {
    const move = fc.oneof(
      fc.record({ do: fc.constantFrom("refresh", "connect", "disconnect", "focus" as const) }),
      fc.record({ do: fc.constant("answer" as const), which: fc.nat(), revision: fc.nat(30) }),
      fc.record({ do: fc.constant("fail" as const), which: fc.nat() }),
      fc.record({ do: fc.constant("push" as const), revision: fc.nat(30) }),
      fc.record({ do: fc.constant("news" as const), revision: fc.nat(30) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
        vi.useFakeTimers();
        const { adapter, calls, streams } = controlledAdapter("any order", { push: true });
        let hear: (message: unknown) => void = () => {};
        const client = createConnectionClient({
          adapter,
          runtime: {
            random: () => 0.5,
            lock: (_name, _signal, work) => work(),
            openChannel: (_name, onMessage) => {
              hear = onMessage;
              return { post() {}, close() {} };
            },
          },
        });
        const open = [] as typeof calls;
        const failures: Array<Promise<unknown>> = [];
        let taken = 0;
        let shown = -1;
        const unwatch = client.subscribe(() => {});
        for (const step of [{ do: "focus" as const }, ...moves]) {
          if (step.do === "refresh") failures.push(client.refresh().catch(String));
          else if (step.do === "connect") failures.push(client.connect().catch(String));
          else if (step.do === "disconnect") failures.push(client.disconnect({ generation: 1 }).catch(String));
          else if (step.do === "push") streams.at(-1)?.listener.onConnection(at(step.revision, taken % 60), null);
          else if (step.do === "news") hear({ scope: "scope-a", revision: step.revision });
          await vi.advanceTimersByTimeAsync(700);
          open.push(...calls.slice(taken));
          taken = calls.length;
          if ("which" in step && open.length > 0) {
            const [call] = open.splice(step.which % open.length, 1);
            if (step.do === "answer") await call?.answer(at(step.revision, taken % 60));
            else await call?.fail(new ConnectionError("network"));
            await vi.advanceTimersByTimeAsync(0);
          }
          const revision = client.getState().connection?.revision ?? -1;
          expect(revision).toBeGreaterThanOrEqual(shown);
          shown = revision;
        }
        unwatch();
        client.destroy();
        for (const stream of streams) await stream.end();
        for (const call of [...open, ...calls.slice(taken)]) await call.fail(new ConnectionError("network"));
        await Promise.all(failures);
        await vi.advanceTimersByTimeAsync(0);
        expect(vi.getTimerCount()).toBe(0);
        vi.useRealTimers();
      }),
      { numRuns: 60 },
    );
  });
});
