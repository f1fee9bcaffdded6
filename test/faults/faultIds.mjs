/** The faults that a test's title begins with: `"G13 E16 a tombstone …"` proves two. */
export function faultIds(title) {
  const ids = /^((?:[A-H]\d{1,2} )+)/.exec(title)?.[1];
  return ids ? ids.trim().split(" ") : [];
}

/** Where the last results of all tests of faults are kept. */
export const REPORT = new URL("../../node_modules/.cache/faults.json", import.meta.url);
