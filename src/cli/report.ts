/** What became of a check. `not run` is never counted as passed. */
export type Outcome =
  | { kind: "passed"; note?: string }
  | { kind: "failed"; why: string; fix?: string }
  | { kind: "not run"; why: string };

export interface Result {
  name: string;
  outcome: Outcome;
}

/** What a command needs of the world. */
export interface Io {
  print: (line: string) => void;
  env: Record<string, string | undefined>;
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  /** ms since 1970. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** Where files are looked for and written. */
  cwd: string;
  /** The person's answer; null where there is no terminal. */
  ask: (question: string) => Promise<string | null>;
  /** Resolves at Ctrl+C or SIGTERM, which then no longer end the process by themselves. */
  untilStopped: () => Promise<void>;
}

/** Thrown by a check that can't be made here. */
export class NotRun extends Error {
  override readonly name = "NotRun";
}

/** Thrown by a check that found something wrong; `fix` says what to do. */
export class Wrong extends Error {
  override readonly name = "Wrong";
  constructor(
    why: string,
    readonly fix?: string,
  ) {
    super(why);
  }
}

/** Runs one check, prints its line and gives back what became of it. A check may answer with a note. */
export async function check(io: Io, name: string, run: () => Promise<string | void>): Promise<Result> {
  const outcome = await outcomeOf(run);
  io.print(lineOf({ name, outcome }));
  return { name, outcome };
}

async function outcomeOf(run: () => Promise<string | void>): Promise<Outcome> {
  try {
    const note = await run();
    return { kind: "passed", ...(note ? { note } : {}) };
  } catch (thrown) {
    if (thrown instanceof NotRun) return { kind: "not run", why: thrown.message };
    const why = thrown instanceof Error ? thrown.message + causeOf(thrown) : String(thrown);
    // An adapter wraps what its fetch throws.
    const wrong = [thrown, Reflect.get(Object(thrown), "cause")].find((one) => one instanceof Wrong);
    const fix = wrong?.fix;
    return { kind: "failed", why: why.replace(PREFIX, ""), ...(fix ? { fix } : {}) };
  }
}

/** `fetch` says why in its cause only. */
function causeOf({ cause }: Error): string {
  const code: unknown = cause instanceof Error ? (Reflect.get(cause, "code") ?? cause.message) : undefined;
  return typeof code === "string" ? ` (${code})` : "";
}

const PREFIX = /^react-stripe-connection: (contract broken: )?/;

function lineOf({ name, outcome }: Result): string {
  switch (outcome.kind) {
    case "passed":
      return `ok       ${name}${outcome.note ? `: ${outcome.note}` : ""}`;
    case "not run":
      return `not run  ${name}: ${outcome.why}`;
    case "failed":
      return `FAILED   ${name}: ${outcome.why}${outcome.fix ? `\n         → ${outcome.fix}` : ""}`;
    default:
      return outcome satisfies never;
  }
}

/** The last line, and the exit code: 1 where something failed. */
export function conclude(io: Io, results: readonly Result[]): number {
  const count = (kind: Outcome["kind"]) => results.filter(({ outcome }) => outcome.kind === kind).length;
  io.print("");
  io.print(`${count("passed")} ok, ${count("failed")} failed, ${count("not run")} not run`);
  return count("failed") > 0 ? 1 : 0;
}
