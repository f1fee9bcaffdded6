export function faultIds(title: string): string[];
export const REPORT: URL;

/** One test of a fault, as it went last. */
export interface FaultResult {
  ids: string[];
  title: string;
  /** Relative to the root. */
  file: string;
  /** Vitest's project, such as `unit` or `react18`. */
  project: string;
  state: "passed" | "failed";
}
