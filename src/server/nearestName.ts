/** The name that was probably meant: at most two letters differ, whatever their case. Null when none is that close. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const candidates = names
    // Keeps a very long name from costing anything.
    .filter((one) => Math.abs(one.length - name.length) <= 2)
    .map((one) => ({ one, edits: editDistance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ edits }) => edits <= 2)
    .toSorted((a, b) => a.edits - b.edits);
  return candidates[0]?.one ?? null;
}

/** Levenshtein's distance: how many letters have to be added, removed or replaced. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  Array.from(from).forEach((letter, index) => {
    const next = [index + 1];
    Array.from(to).forEach((other, at) => {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}
