import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenOverrides } from "../../src/theme/tokenOverrides.js";
import { token, type TokenName, TOKENS } from "../../src/theme/tokens.js";

const names = Object.keys(TOKENS) as TokenName[];

/** WCAG 2 contrast of two hex colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const full =
      hex.length === 4
        ? hex
            .slice(1)
            .split("")
            .map((c) => c + c)
            .join("")
        : hex.slice(1);
    const [r = 0, g = 0, bl = 0] = [0, 2, 4].map((i) => {
      const channel = Number.parseInt(full.slice(i, i + 2), 16) / 255;
      return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("tokens", () => {
  test("B18 every leaf is a CSS variable with a fallback", () => {
    for (const name of names) expect(token(name)).toMatch(new RegExp(`^var\\(--rsc-${name}, .+\\)$`));
  });

  const pairs: [TokenName, TokenName, number][] = [
    ["text", "surface", 4.5],
    ["text", "surface-2", 4.5],
    ["muted", "surface", 4.5],
    ["muted", "surface-2", 4.5],
    ["accent", "surface", 4.5],
    ["on-accent", "accent", 4.5],
    ["on-danger", "danger", 4.5],
    ["ok-fg", "ok-bg", 4.5],
    ["warn-fg", "warn-bg", 4.5],
    ["bad-fg", "bad-bg", 4.5],
    ["info-fg", "info-bg", 4.5],
    ["idle-fg", "idle-bg", 4.5],
    ["bad-fg", "surface", 4.5],
    ["warn-fg", "surface", 4.5],
    ["focus", "surface", 3],
    ["border-input", "surface", 3],
  ];
  test.each(pairs)("B13 %s on %s has a contrast of at least %d in both schemes", (front, back, least) => {
    for (const scheme of [0, 1] as const) {
      expect(contrast(TOKENS[front][scheme], TOKENS[back][scheme])).toBeGreaterThanOrEqual(least);
    }
  });

  test("a host's value becomes a declaration of its variable", () => {
    expect(tokenOverrides({ accent: " #0a7 ", radius: "4px" })).toEqual({
      css: "--rsc-accent: #0a7; --rsc-radius: 4px;",
      refused: [],
    });
    expect(tokenOverrides({ accent: "light-dark(#0a7, oklch(0.8 0.1 160))" }).refused).toEqual([]);
  });

  test("no value ends its declaration or asks for an address, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.string({ unit: "binary" }),
        fc.constantFrom(";", "}", "url(x)", "<", "/*", "\\", ""),
        (name, a, b) => {
          const { css, refused } = tokenOverrides({ [name]: a + b });
          expect(refused.length > 0 ? css : "").toBe("");
          expect(css.slice(0, -1)).not.toMatch(/[;{}<>\\]|\/\*|url\(/i);
        },
      ),
    );
  });

  test("what is no token is refused by name", () => {
    expect(tokenOverrides({ nonsense: "red", accent: 3 } as never)).toEqual({
      css: "",
      refused: ["nonsense", "accent"],
    });
  });
});
