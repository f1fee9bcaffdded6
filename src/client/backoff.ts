export interface Backoff {
  /** First pause, ms. */
  first: number;
  /** Each pause is this many times the one before. */
  factor: number;
  /** Longest pause, ms. */
  cap: number;
}

/** The pause before attempt `attempt` (0 is the first), ± 20 % so that many pages do not ask at once. */
export function backoff({ first, factor, cap }: Backoff, attempt: number, random: () => number): number {
  const pause = Math.min(cap, first * factor ** attempt);
  return Math.round(pause * (0.8 + 0.4 * random()));
}
