import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchQueries } from "../../../src/server/store/postgres/statements/batchQueries.js";
import { seed } from "../property/rounds.js";

/** Statements that come back when the test says so, and a clock that it turns. */
function setUp() {
  const asked: { inputs: string[]; answer: (answers: (string | null)[]) => void; fail: (reason: unknown) => void }[] =
    [];
  const timers = new Set<() => void>();
  const statement = (inputs: readonly string[]) =>
    new Promise<(string | null)[]>((resolve, reject) => {
      asked.push({ inputs: [...inputs], answer: resolve, fail: reject });
    });
  const ask = batchQueries<string, string>(
    { together: statement, alone: async (input) => (await statement([input]))[0] ?? "nothing" },
    {
      after(_ms, run) {
        timers.add(run);
        return () => void timers.delete(run);
      },
    },
  );
  const all = (inputs: string) => Promise.allSettled(inputs.split(" ").map(ask));
  /** What is under way now: after whatever has been answered has gone its way. */
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const wait = () => timers.forEach((run) => (timers.delete(run), run()));
  return { ask, all, asked, inputs: () => asked.map(({ inputs }) => inputs.join(" ")), timers, turn, wait };
}

const said = (results: PromiseSettledResult<string>[]) =>
  results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason)));

/** As drivers give what PostgreSQL says. */
const refusal = () => Object.assign(new Error("invalid byte sequence"), { severity: "ERROR", code: "22021" });

test("what is asked in one turn is asked with one statement, and everybody gets their own answer", async () => {
  const { all, asked, inputs, timers, turn } = setUp();
  const results = all("a b c");
  await turn();
  expect(inputs()).toEqual(["a b c"]);
  asked[0]?.answer(["A", "B", "C"]);
  expect(said(await results)).toEqual(["A", "B", "C"]);
  expect(timers.size).toBe(0);
});

test("what comes while a statement is under way goes with the next one, forty at a time", async () => {
  const { ask, all, asked, inputs, timers, turn } = setUp();
  const first = ask("first");
  await turn();
  const names = Array.from({ length: 50 }, (_, index) => `n${index}`);
  const rest = all(names.join(" "));
  await turn();
  expect(inputs()).toEqual(["first"]);
  asked[0]?.answer(["FIRST"]);
  expect(await first).toBe("FIRST");
  await turn();
  asked[1]?.answer(names.slice(0, 40));
  await turn();
  asked[2]?.answer(names.slice(40));
  expect(said(await rest)).toEqual(names);
  expect(inputs().slice(1)).toEqual([names.slice(0, 40).join(" "), names.slice(40).join(" ")]);
  expect(timers.size).toBe(0);
});

test("one that is left open is asked by itself, and holds up nobody", async () => {
  const { all, asked, inputs, turn } = setUp();
  const results = all("a locked c");
  await turn();
  asked[0]?.answer(["A", null, "C"]);
  await turn();
  expect(inputs()).toEqual(["a locked c", "locked"]);
  const next = all("d");
  await turn();
  asked[2]?.answer(["D"]);
  expect(said(await next)).toEqual(["D"]);
  asked[1]?.answer(["LOCKED"]);
  expect(said(await results)).toEqual(["A", "LOCKED", "C"]);
});

test("one that the database refuses fails by itself", async () => {
  const { all, asked, inputs, turn } = setUp();
  const results = all("a bad c");
  await turn();
  asked[0]?.fail(refusal());
  await turn();
  expect(inputs().slice(1)).toEqual(["a", "bad", "c"]);
  asked[1]?.answer(["A"]);
  asked[2]?.fail(refusal());
  asked[3]?.answer(["C"]);
  expect(said(await results)).toEqual(["A", "Error: invalid byte sequence", "C"]);
});

test("a line that breaks is told to all who shared the statement: who knows whether it was done", async () => {
  const { all, asked, inputs, turn } = setUp();
  const results = all("a b");
  await turn();
  asked[0]?.fail(new Error("connection reset"));
  expect(said(await results)).toEqual(Array(2).fill("Error: connection reset"));
  const next = all("c");
  await turn();
  asked[1]?.answer(["C"]);
  expect(said(await next)).toEqual(["C"]);
  expect(inputs()).toEqual(["a b", "c"]);
});

describe("a statement that hangs", () => {
  test("holds up those who come later for a moment only", async () => {
    const { ask, all, asked, inputs, timers, turn, wait } = setUp();
    const hanging = ask("hanging");
    await turn();
    const later = all("b c");
    await turn();
    expect([inputs(), timers.size]).toEqual([["hanging"], 1]);
    wait();
    await turn();
    expect(inputs()).toEqual(["hanging", "b c"]);
    const last = all("d");
    await turn();
    asked[1]?.answer(["B", "C"]);
    expect(said(await later)).toEqual(["B", "C"]);
    await turn();
    expect(inputs()).toEqual(["hanging", "b c", "d"]);
    asked[2]?.answer(["D"]);
    asked[0]?.answer(["A"]);
    expect([await hanging, ...said(await last)]).toEqual(["A", "D"]);
    expect(timers.size).toBe(0);
  });

  test("leaves no timer behind when it comes back after all", async () => {
    const { ask, all, asked, timers, turn } = setUp();
    const slow = ask("slow");
    await turn();
    const later = all("b");
    expect(timers.size).toBe(1);
    asked[0]?.answer(["A"]);
    await turn();
    expect(timers.size).toBe(0);
    asked[1]?.answer(["B"]);
    expect([await slow, ...said(await later)]).toEqual(["A", "B"]);
  });
});

test("whatever is late, left open or refused, everybody gets the answer to their own question", async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("ask" as const), times: fc.integer({ min: 1, max: 50 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("answer" as const), which: fc.nat(5), open: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("refuse" as const), which: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.constant({ kind: "wait" as const }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { ask, asked, timers, turn, wait } = setUp();
      const results: Promise<[string, string]>[] = [];
      const take = (which: number) => asked.splice(which % Math.max(1, asked.length), 1)[0];
      const answer = (one: ReturnType<typeof take>, open = 9) =>
        one?.answer(one.inputs.map((input, index) => (one.inputs.length > 1 && index === open ? null : `to ${input}`)));
      for (const todo of steps) {
        if (todo.kind === "ask") {
          for (let time = 0; time < todo.times; time += 1) {
            const name = `n${results.length}`;
            results.push(ask(name).then((got) => [name, got]));
          }
        } else if (todo.kind === "answer") answer(take(todo.which), todo.open);
        else if (todo.kind === "wait") wait();
        // One by itself that is refused has failed, and this asks about the others.
        else if ((asked[todo.which % Math.max(1, asked.length)]?.inputs.length ?? 0) > 1) {
          take(todo.which)?.fail(refusal());
        }
        await turn();
      }
      for (; asked.length > 0; await turn()) answer(take(0));
      for (const [name, got] of await Promise.all(results)) expect(got).toBe(`to ${name}`);
      expect(timers.size).toBe(0);
    }),
    { numRuns: 60, seed },
  );
});
