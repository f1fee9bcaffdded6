export interface PublicEntry {
  path: string;
  report: string;
  types: string;
}
export declare function publicEntries(): PublicEntry[];
export declare function exportedNames(report: string): { values: string[]; types: string[] };
