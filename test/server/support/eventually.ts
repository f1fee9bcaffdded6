import { vi } from "vitest";

/** Waits for a condition as long as a busy machine may take, and no longer than it takes. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000, interval: 20 });
}
