/** One sentence of a contract. `run` rejects when it does not hold. */
export interface ContractCase {
  /** The sentence. */
  name: string;
  /** Holds the adapter or the store to it. */
  run: () => Promise<void>;
}

/** Rejects the case unless it holds. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(`react-stripe-connection: contract broken: ${sentence}`);
}

/** Rejects the case unless both are the same JSON. */
export function mustBe(actual: unknown, expected: unknown, what: string): void {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  must(is === wanted, `${what} is ${is}, must be ${wanted}`);
}
