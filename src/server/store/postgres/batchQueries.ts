import { type Runtime, systemRuntime } from "../../runtime.js";

/** How many may share a statement. */
const MOST = 40;
/** Who has waited so long for a statement under way goes without it: it hangs, and the others need not. */
const PATIENCE_MS = 100;

export interface BatchedQuery<Input, Answer> {
  /** One statement for all of them. An answer for each, in their order; null for one that has to be asked by itself. */
  together: (inputs: readonly Input[]) => Promise<(Answer | null)[]>;
  alone: (input: Input) => Promise<Answer>;
}

interface Asked<Input, Answer> {
  input: Input;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
}

/**
 * What is asked while a statement is under way is asked with the next one, all of it together: a trip to the database and
 * a commit cost more than what is done there. Nobody fails for another's sake: a statement that the database refuses is
 * asked again for each by itself.
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
        // Not waited for: somebody else has in hand what it wants.
        if (answer === null) void askAlone(one);
        else one.resolve(answer);
      });
    } catch (thrown) {
      for (const one of all) {
        if (isRefusal(thrown)) void askAlone(one);
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
    // Who asks in the same turn comes along.
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

/** PostgreSQL's own word that nothing of it was done; a line that broke leaves that open. */
function isRefusal(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && typeof Reflect.get(thrown, "severity") === "string";
}
