import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designTokens } from "../../src/theme/designTokens.js";
import { tokenOverrides } from "../../src/theme/tokenOverrides.js";
import { MORE_CONTRAST, token, type TokenName, TOKENS } from "../../src/theme/tokens.js";
import { contrast } from "../../stories/tokens/contrast.js";
import { least, MORE_PAIRS, type Pair, PAIRS } from "../../stories/tokens/pairs.js";
import { painted } from "./oklch.js";

const names = Object.keys(TOKENS) as TokenName[];
const SCHEMES = [0, 1] as const;

const tooWeak = (pair: Pair, isMore: boolean, value: (name: TokenName) => string) => {
  const got = contrast(value(pair.front), value(pair.back));
  return got < least(pair, isMore) ? [`${pair.front} on ${pair.back}: ${got}`] : [];
};

/** What a brand's declarations are painted as, `[light, dark]`, by the name that follows `--_`. */
function accentsOf(brand: string): Partial<Record<string, readonly string[]>> {
  const { css, refused } = tokenOverrides({ brand });
  expect(refused).toEqual([]);
  return Object.fromEntries(
    [...css.matchAll(/--_([\w-]+): light-dark\((oklch\(.+?h\)), (oklch\(.+?h\))\);/g)].map(
      ([, name = "", light = "", dark = ""]) => [name, [painted(light), painted(dark)]],
    ),
  );
}

describe("tokens", () => {
  test("B18 every leaf is a CSS variable with a fallback", () => {
    for (const name of names) expect(token(name)).toMatch(new RegExp(`^var\\(--rsc-${name}, .+\\)$`));
  });

  test("B13 every pair of colours has its contrast: light and dark, standard and more", () => {
    const weak = SCHEMES.flatMap((scheme) => [
      ...PAIRS.flatMap((pair) => tooWeak(pair, false, (name) => TOKENS[name][scheme])),
      ...MORE_PAIRS.flatMap((pair) => tooWeak(pair, true, (name) => (MORE_CONTRAST[name] ?? TOKENS[name])[scheme])),
    ]);
    expect(weak).toEqual([]);
  });

  test("B13 a brand of any colour keeps every contrast that it has a part in", () => {
    const hexColour = fc.integer({ min: 0, max: 0xffffff }).map((colour) => `#${colour.toString(16).padStart(6, "0")}`);
    const extremes = [
      "#000000",
      "#ffffff",
      "#ff0000",
      "#00ff00",
      "#0000ff",
      "#ffff00",
      "#00ffff",
      "#ff00ff",
      "#808080",
    ];
    fc.assert(
      fc.property(hexColour, (brand) => {
        const made = accentsOf(brand);
        const weak = SCHEMES.flatMap((scheme) =>
          ([false, true] as const).flatMap((isMore) => {
            const value = (name: TokenName) =>
              made[isMore ? `more-${name}` : name]?.[scheme] ??
              (isMore ? (MORE_CONTRAST[name] ?? TOKENS[name]) : TOKENS[name])[scheme];
            return PAIRS.flatMap((pair) => tooWeak(pair, isMore, value));
          }),
        );
        expect(weak).toEqual([]);
      }),
      { numRuns: 200, examples: extremes.map((colour): [string] => [colour]) },
    );
  });

  test("a brand that can be read already stays what it is", () => {
    expect(accentsOf("#0a5c45")["accent"]?.[0]).toBe("#0a5c45");
    expect(accentsOf("#9ff0d0")["accent"]?.[1]).toBe("#9ff0d0");
  });

  test("tokens.json has every colour in every mode, and names its variable", () => {
    const { light, "dark-high-contrast": darkest, measure } = designTokens();
    expect(light.accent).toEqual({
      $value: { colorSpace: "srgb", components: [0.3529, 0.3137, 0.9412], alpha: 1, hex: "#5a50f0" },
      $description: "Primary buttons, and links.",
      $extensions: { "react-stripe-connection": { cssVariable: "--rsc-accent" } },
    });
    expect(light.shade?.$value).toMatchObject({ alpha: 0.45, hex: "#0f121a" });
    expect(darkest.muted?.$value.hex).toBe("#d0d5dd");
    expect(darkest.surface?.$value.hex).toBe("#16181d");
    expect(measure["radius"]).toMatchObject({ $type: "dimension", $value: { value: 12, unit: "px" } });
    const told = new Set([...Object.keys(light), ...Object.keys(measure)]);
    expect(names.filter((name) => !told.has(name))).toEqual(["font-family"]);
  });

  test("a host's value becomes a declaration of its variable", () => {
    expect(tokenOverrides({ tokens: { accent: " #0a7 ", radius: "4px" } })).toEqual({
      css: "--rsc-accent: #0a7; --rsc-radius: 4px;",
      refused: [],
    });
    expect(tokenOverrides({ tokens: { accent: "light-dark(#0a7, oklch(0.8 0.1 160))" } }).refused).toEqual([]);
  });

  test("no value ends its declaration or asks for an address, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names, "brand"),
        fc.string({ unit: "binary-ascii" }),
        fc.constantFrom(";", "}", "url(x)", "<", "/*", "\\", ""),
        (name, a, b) => {
          const { css, refused } = tokenOverrides(name === "brand" ? { brand: a + b } : { tokens: { [name]: a + b } });
          expect(refused.length > 0 ? css : "").toBe("");
          expect(refused.length > 0 ? "" : a + b).not.toMatch(/[;{}<>\\]|\/\*|url\(/i);
        },
      ),
    );
  });

  const everywhere = (value: string) => ({ brand: value, tokens: { accent: value, "font-family": value } });
  const refusedEverywhere = { css: "", refused: ["brand", "accent", "font-family"] };

  test.each(["rgb(1, 2, 3", "calc(1px", '"Inter', "Inter'", "[a", "a)", "([)]", '"a(" (', "a\nb'"])(
    "no value that is left open swallows the rules after it: %j",
    (value) => expect(tokenOverrides(everywhere(value))).toEqual(refusedEverywhere),
  );

  test.each([
    ...["\r", "\f", "\n", "\0", "\u0085"].flatMap((end) => [`"${end}x"`, `red${end}`, `a${end}b`]),
    "/* x",
    "a / * b",
    "red //",
    "red //x",
    '"//"',
    "@media",
    "a:b",
    "a & b",
    "red !important",
    "[a]",
    "\ud800",
    "url(x)",
    "a(URL(x))",
    "src(x)",
    "image(x)",
    "image-set(var(--rsc-font-family) 1x)",
    "-webkit-image-set(a 1x)",
    "cross-fade(a, b)",
    "-webkit-cross-fade(a, b, 1%)",
    "filter(var(--rsc-font-family), blur(1px))",
    "calc(1px)image-set(a)",
    "image-set(calc(1px))",
    "light-dark(image(a), red)",
    "element(#a)",
    "attr(data-a)",
    "x".repeat(201),
    `${"x".repeat(150)}\u2028${"x".repeat(150)}`,
    `rgb(${"1".repeat(196)})`,
    "",
    " ",
  ])("AT-F5 a value that could leave its declaration or load something is refused: %j", (value) => {
    expect(tokenOverrides(everywhere(value))).toEqual(refusedEverywhere);
  });

  test.each(['"https://other.example/x"', "'Inter'", '"Inter", serif', 'var(--a, "x")'])(
    "AT-F5 only a font has a quoted text: %s",
    (value) => {
      const { refused } = tokenOverrides({
        brand: value,
        tokens: Object.fromEntries(names.filter((name) => name !== "font-family").map((name) => [name, value])),
      });
      expect(refused).toEqual(["brand", ...names.filter((name) => name !== "font-family")]);
    },
  );

  test("AT-F5 a long value is refused without being read", () => {
    const began = performance.now();
    for (const [open, close] of ["()", "[]", "''", '""', "(\u2028"]) {
      const value = `${open?.repeat(200_000)}${close?.repeat(200_000)}`;
      expect(tokenOverrides(everywhere(value))).toEqual(refusedEverywhere);
    }
    expect(performance.now() - began).toBeLessThan(500);
  });

  test.each([
    '"Inter (text)", sans-serif',
    "light-dark(rgb(1, 2, 3), var(--a, #fff))",
    "'It\"s', serif",
    '"AT&T Aleck Sans: 2", -apple-system, Café Sans, ＭＳ ゴシック',
    "rgb(from var(--brand) r g b / 45%)",
    "color-mix(in oklch, #0a7 20%, oklch(0.8 0.1 160deg))",
    "calc((1rem + 2px) * 3)",
    "max(4px, env(safe-area-inset-top), var(--a))",
    "x".repeat(200),
  ])("a value that is closed is taken: %s", (value) =>
    expect(tokenOverrides({ tokens: { "font-family": value } }).refused).toEqual([]),
  );

  test("the page's own variable goes before a brand, and a brand before what is ours", () => {
    expect(token("accent")).toBe("var(--rsc-accent, var(--_accent, light-dark(#5a50f0, #7f78ff)))");
    expect(Object.keys(accentsOf("#00aa77"))).toEqual([
      "accent",
      "focus",
      "accent-hover",
      "more-accent",
      "more-focus",
      "more-accent-hover",
    ]);
    expect(tokenOverrides({ brand: "var(--brand)" }).css).toContain("oklch(from var(--brand) calc(min(l, 0.49) - 0)");
  });

  test("what is no token is refused by name", () => {
    expect(tokenOverrides({ tokens: { nonsense: "red", accent: 3 } } as never)).toEqual({
      css: "",
      refused: ["nonsense", "accent"],
    });
  });
});
