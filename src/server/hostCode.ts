import { rejectAfter } from "../core/async.js";
import { ConnectionError } from "../core/errors.js";
import type { Runtime } from "./runtime.js";

/** How long the host's code is waited for. Milliseconds. */
export const HOST_MS = 10_000;

/** Calls a function of the host's options, for 10 s at most. Rejects with an error that names the option. */
export async function askHost<T>({ after }: Pick<Runtime, "after">, option: string, ask: () => T): Promise<Awaited<T>> {
  const late = () => new Error(`it did not end within ${HOST_MS / 1000} s`);
  try {
    return await rejectAfter(after, HOST_MS, (async () => ask())(), late);
  } catch (thrown) {
    throw failed(option, thrown);
  }
}

/** The same for a function that must answer at once. `expected` completes "must return …". */
export function askHostNow<T>(
  option: string,
  ask: () => T,
  isExpected: (said: unknown) => boolean,
  expected: string,
): T {
  let said: T;
  try {
    said = ask();
  } catch (thrown) {
    throw failed(option, thrown);
  }
  if (isExpected(said)) return said;
  callUnawaited(
    () => said,
    // An async function: what is thrown below tells the fault already.
    () => undefined,
  );
  throw wrongAnswer(option, expected);
}

/**
 * Calls a function whose result is not used: a logger, `metrics`, `waitUntil`. What it throws or rejects with goes to
 * `onFailure`; any other result, a promise that never settles included, is left alone.
 */
export function callUnawaited(call: () => unknown, onFailure: (thrown: unknown) => void): void {
  // `resolve` adopts a thenable of any kind, so that its rejection ends here and not the process.
  new Promise((resolve) => resolve(call())).catch(onFailure);
}

/** Not a `ConnectionError`: it is told to the log, and to viewers by the request's id only. */
export function wrongAnswer(option: string, expected: string, cause?: unknown): Error {
  return new Error(`\`${option}\` must return ${expected}`, cause === undefined ? undefined : { cause });
}

function failed(option: string, cause: unknown): Error {
  // Of this package, such as the store's when `accountParams` asks `getConnection`: it has its own code.
  if (cause instanceof ConnectionError) return cause;
  return new Error(`\`${option}\` failed`, { cause });
}
