export interface Row {
  what: string;
  size: number | undefined;
  limit: number;
  ok: boolean;
}
export declare function report(): Promise<{ rows: Row[]; strangers: string[] }>;
