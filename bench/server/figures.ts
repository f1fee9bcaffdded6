/** One line of the table. */
export interface Figure {
  what: string;
  figure: string;
  goal?: string;
  met?: boolean;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of all is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A figure that has to be something. */
export function goal(
  what: string,
  value: number,
  unit: string,
  digits: number,
  wanted: string,
  isMet: (value: number) => boolean,
): Figure {
  return { what, figure: `${value.toFixed(digits)} ${unit}`, goal: wanted, met: isMet(value) };
}

export function printFigures(figures: readonly Figure[]): void {
  const wide = Math.max(...figures.map(({ what }) => what.length));
  const figureWide = Math.max(...figures.map(({ figure }) => figure.length));
  for (const { what, figure, goal, met } of figures) {
    const verdict = goal === undefined ? "" : `${goal.padEnd(12)}${met ? "met" : "MISSED"}`;
    console.log(`  ${what.padEnd(wide)}  ${figure.padStart(figureWide)}  ${verdict}`.trimEnd());
  }
}
