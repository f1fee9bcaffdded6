import { readdirSync, readFileSync } from "node:fs";

export interface Expectation {
  status: string;
  action?: string;
  reason?: string;
  waitingOn?: string;
  groups?: string[];
}

export interface AccountSample {
  name: string;
  account: Record<string, unknown>;
  expect: Expectation;
  expectWhenConnectedBefore?: Expectation;
}

const folder = new URL("./account-samples/", import.meta.url);

/** Every account of the data, v1 and v2. */
export const accountSamples: AccountSample[] = [...accountsIn(""), ...accountsIn("v2/")];

function accountsIn(path: string): AccountSample[] {
  return readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(path + name, folder), "utf8")) as AccountSample)
    .filter((sample) => sample.account !== undefined);
}

/** A copy of a sample's account, to change as a test needs. */
export function sampleAccount(name: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const sample = accountSamples.find((one) => one.name === name);
  if (!sample) throw new Error(`there is no account sample "${name}"`);
  return { ...structuredClone(sample.account), ...changes };
}
