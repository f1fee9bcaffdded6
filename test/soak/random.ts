/** Rounds: few in `npm test`, a hundred in `npm run soak`, or as many as ROUNDS says. */
export function roundsOf(few: number): number {
  const asked = process.env["ROUNDS"];
  if (asked) return Number(asked);
  return process.env["npm_lifecycle_event"] === "soak" ? 100 : few;
}

/** SEED repeats a run as far as two processes can be repeated. */
export const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** mulberry32: from 0 to 1. */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
