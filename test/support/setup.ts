import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";

// A second is too short for a busy machine; what comes is waited for no longer than it takes.
configure({ asyncUtilTimeout: 10_000 });

/** What a test says it expects on the console is not a surprise. */
let errors: unknown[][] = [];
const rejections: unknown[] = [];
const onRejection = (event: PromiseRejectionEvent) => rejections.push(event.reason);

beforeEach(() => {
  errors = [];
  rejections.length = 0;
  globalThis.addEventListener?.("unhandledrejection", onRejection);
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => void errors.push(args));
});

afterEach(() => {
  cleanup();
  globalThis.removeEventListener?.("unhandledrejection", onRejection);
  const seen = errors;
  vi.restoreAllMocks();
  expect(seen, "console.error was called").toEqual([]);
  expect(rejections, "a promise was rejected and nobody looked").toEqual([]);
});

/** The console errors so far, which the test then answers for. */
export function takeConsoleErrors(): unknown[][] {
  return errors.splice(0);
}

/** Takes what the HTTP adapter tells the developer out of the errors: for tests of failures that look at something else. */
export function takeToldRequests(): string[] {
  const isTold = ([text]: unknown[]) => /^react-stripe-connection: (GET|POST) /.test(String(text));
  const told = errors.filter(isTold);
  errors = errors.filter((one) => !isTold(one));
  return told.map(([text]) => String(text));
}
