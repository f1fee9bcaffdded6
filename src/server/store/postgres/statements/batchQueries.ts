import { type Runtime, systemRuntime } from "../../../runtime.js";
import { isSchemaMissing, sqlStateOf } from "./sqlState.js";

/** How many inputs one statement takes. */
const MOST = 40;
/** Inputs wait this long for the running statement. Then the next one starts beside it, because it may hang. */
const PATIENCE_MS = 100;

export interface BatchedQuery<Input, Answer> {
  /** One statement for all inputs. One answer for each, in their order; null for an input that has to run alone. */
  together: (inputs: readonly Input[]) => Promise<(Answer | null)[]>;
  alone: (input: Input) => Promise<Answer>;
}

interface Asked<Input, Answer> {
  input: Input;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
}

/**
 * Collects the inputs that arrive while a statement runs, and runs them together in the next one: the round trip and the
 * commit cost more than the work. When the database rejects a statement, each of its inputs runs again alone, so that one
 * bad input fails no other.
 */
export function batchQueries<Input, Answer>(
  { together, alone }: BatchedQuery<Input, Answer>,
  { after }: Pick<Runtime, "after"> = systemRuntime,
): (input: Input) => Promise<Answer> {
  let waiting: Asked<Input, Answer>[] = [];
  let underWay = 0;
  let cancelPatience: (() => void) | null = null;

  const askAlone = ({ input, resolve, reject }: Asked<Input, Answer>) => alone(input).then(resolve, reject);

  const ask = async (all: readonly Asked<Input, Answer>[]): Promise<void> => {
    const [first] = all;
    if (first && all.length === 1) return askAlone(first);
    try {
      const answers = await together(all.map(({ input }) => input));
      all.forEach((one, index) => {
        const answer = answers[index] ?? null;
        // Not awaited: another transaction holds its row.
        if (answer === null) void askAlone(one);
        else one.resolve(answer);
      });
    } catch (thrown) {
      // PostgreSQL rejected the statement, so nothing was written. A broken connection leaves that open. Without its
      // tables it would reject each of them.
      const isRefused = sqlStateOf(thrown) !== null && !isSchemaMissing(thrown);
      for (const one of all) {
        if (isRefused) void askAlone(one);
        else one.reject(thrown);
      }
    }
  };

  const limitPatience = () => {
    cancelPatience?.();
    cancelPatience = waiting.length > 0 ? after(PATIENCE_MS, () => void leave()) : null;
  };

  const leave = async (): Promise<void> => {
    underWay += 1;
    // Inputs of the same turn join this statement.
    await Promise.resolve();
    const all = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    limitPatience();
    if (all.length > 0) await ask(all);
    underWay -= 1;
    if (waiting.length > 0) void leave();
  };

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (underWay === 0) void leave();
      else if (waiting.length === 1) limitPatience();
    });
}
