// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEndpoint } from "../../../src/client/http/endpoint.js";
import { PATHS } from "../../../src/core/protocol.js";

/** Null for what is refused, which has to be told as ours. */
function accepted(url: string): string | null {
  try {
    return readEndpoint(url);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.startsWith("react-stripe-connection: ")) return null;
    throw thrown;
  }
}

describe("readEndpoint", () => {
  test.each(["/", "/a", "a", "%2e", "../", "https://a"])("AT-P3 200,000 times %j is refused in no time", (piece) => {
    const began = performance.now();
    expect(accepted(`${piece.repeat(200_000)}x`)).toBeNull();
    expect(performance.now() - began).toBeLessThan(500);
  });

  test.each([
    ["/api/stripe", "/api/stripe"],
    ["/api/stripe///", "/api/stripe"],
    ["/", ""],
    ["api/stripe", "api/stripe"],
    ["./api", "./api"],
    ["https://api.example.com", "https://api.example.com"],
    ["https://api.example.com:8443/a/b/", "https://api.example.com:8443/a/b"],
    ["http://127.0.0.1:3000/x", "http://127.0.0.1:3000/x"],
  ])("D7 %s is taken", (given, read) => {
    expect(readEndpoint(given)).toBe(read);
  });

  test.each([
    "",
    " ",
    "//evil.example/api",
    "\\\\evil.example",
    "/\\evil.example",
    "/api?tenant=7",
    "/api#x",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://host/x",
    "https:/api",
    "https:evil.example",
    "https://user:pass@host/api",
    "https://",
    "/api/../../admin",
    "/api/%2E%2e/admin",
    "ht\ntps://host",
    "/api /x",
    undefined as unknown as string,
  ])("D7 %j is refused with what to write instead", (given) => {
    expect(() => readEndpoint(given)).toThrow(/^react-stripe-connection: the adapter's url .*"\/api\/stripe"/);
  });

  test("D7 whatever is taken, every path of the protocol stays below it", () => {
    const page = "https://app.example.com/settings/billing";
    const part = fc.oneof(
      fc.constantFrom("/", "//", "..", ".", "\\", "?", "#", "@", ":", "https:", "%2e", "evil.example", "api", "\t"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const base = accepted(parts.join(""));
        if (base === null) return;
        const root = new URL(`${base}/`, page);
        for (const path of Object.values(PATHS)) {
          const url = new URL(base + path, page);
          expect(url.origin).toBe(root.origin);
          expect(url.pathname).toBe(root.pathname.replace(/\/$/, "") + path);
          expect(url.search + url.hash).toBe("");
          expect(/^https?:/i.test(base) || url.origin === "https://app.example.com").toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
