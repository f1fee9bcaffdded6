import { render } from "@testing-library/react";
import fc from "fast-check";
import { styled, StyleSheetManager } from "styled-components";
import { expect, test } from "vitest";
import { ConnectionRoot } from "../../src/components/primitives/ConnectionRoot.js";
import { tokenOverrides } from "../../src/theme/tokenOverrides.js";
import { type ConnectionTheme, type TokenName, TOKENS } from "../../src/theme/tokens.js";
import { SettingsOnly } from "../support/SettingsOnly.js";

const tokens = Object.keys(TOKENS) as TokenName[];
const themeOf = (name: TokenName | "brand", value: string): ConnectionTheme =>
  name === "brand" ? { brand: value } : { tokens: { [name]: value } };

/** Every place in a style where a token of the library stands, and more that take an image. */
const Painted = styled.div`
  background: var(--rsc-surface);
  color: var(--rsc-text);
  border-image: var(--rsc-border);
  list-style: var(--rsc-mark);
  cursor: var(--rsc-accent), auto;
  font-family: var(--rsc-font-family);
`;
const HostsOwn = styled.p`
  color: rgb(1, 2, 3);
`;

/** The rules of a page as a server renders it: one text, which the browser parses as a whole. */
function rulesOf(theme: ConnectionTheme): number {
  const target = document.body.appendChild(document.createElement("div"));
  const { unmount } = render(
    <StyleSheetManager target={target} disableCSSOMInjection>
      <SettingsOnly theme={theme}>
        <ConnectionRoot styles={[]}>
          <Painted />
        </ConnectionRoot>
      </SettingsOnly>
      <HostsOwn />
    </StyleSheetManager>,
  );
  const count = [...target.querySelectorAll("style")].reduce(
    (total, { sheet }) => total + (sheet?.cssRules.length ?? 0),
    0,
  );
  unmount();
  target.remove();
  return count;
}

const NONE = rulesOf({});
const ONE = rulesOf(themeOf("accent", "red"));

/** Pieces that mean something to CSS, to stylis, to styled-components or to HTML. */
const piece = fc.constantFrom(
  ...Array.from(" \r\n\f\0\t;:{}[]()<>\\/*\"'`@&!#.,%+-$~^|=?"),
  ..."// /* */ <!-- --> </style> @import @media @layer url( src( image( image-set( cross-fade( var( calc( rgb(".split(
    " ",
  ),
  ..."red 1px x é \u2028 \u{1f600} \ud800 --a \\a \\22 &\f /*!sc*/ !important".split(" "),
);
/** Most of what these make is taken. */
const harmless = fc.constantFrom(..."a - + . % # , / * ( ) () calc(1) var( rgb( \"b\" 'c' é".split(" "), " ");
const anyValue = fc.oneof(
  fc.array(harmless, { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 8 }).map((all) => all.join("")),
);

test("AT-F5 whatever a token or a brand says, every other rule of the page stands", () => {
  expect(ONE).toBe(NONE + 1);
  fc.assert(
    fc.property(fc.constantFrom<TokenName | "brand">(...tokens, "brand"), anyValue, (name, value) => {
      const theme = themeOf(name, value);
      expect(rulesOf(theme)).toBe(tokenOverrides(theme).css === "" ? NONE : ONE);
    }),
    {
      numRuns: 500,
      examples: [
        ["brand", '"\rx"'],
        ["font-family", '"\r x"'],
        ["font-family", '"\f x"'],
        ["font-family", "'a', @x"],
        ["accent", "red //"],
        // stylis takes the space out.
        ["accent", "a / * b"],
      ],
    },
  );
});

/** The paths of what the page has asked for that begin with this. */
const asked = (mark: string) =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith(mark));

const IMAGES: ((address: string) => string)[] = [
  (address) => `image-set("${address}" 1x)`,
  (address) => `-webkit-image-set(url(${address}) 1x)`,
  (address) => `cross-fade("${address}", "${address}")`,
  (address) => `-webkit-cross-fade(url(${address}), url(${address}), 50%)`,
  (address) => `url(${address})`,
  (address) => `u\\72l(${address})`,
  (address) => `src("${address}")`,
  (address) => `image("${address}")`,
];

test("AT-F5 no value makes the browser ask for an address, also by the text of another token", async () => {
  const shown = IMAGES.flatMap((image, index) =>
    (["surface", "mark", "border", "accent"] as const).map((name) =>
      render(
        <SettingsOnly theme={themeOf(name, image(`/at-f5-${index}-${name}.png`))}>
          <ConnectionRoot styles={[]}>
            <Painted>x</Painted>
          </ConnectionRoot>
        </SettingsOnly>,
      ),
    ),
  );
  const borrowed = { "font-family": '"/at-f5-borrowed.png"', surface: "image-set(var(--rsc-font-family) 1x)" };
  shown.push(
    render(
      <SettingsOnly theme={{ tokens: borrowed }}>
        <ConnectionRoot styles={[]}>
          <Painted>x</Painted>
        </ConnectionRoot>
      </SettingsOnly>,
    ),
  );
  await new Promise(requestAnimationFrame);
  // It comes last, so that what the browser asks for before it is known by then.
  const control = document.body.appendChild(document.createElement("div"));
  control.style.cssText = 'height: 1px; background-image: image-set("/at-f5-control.png" 1x)';
  await expect.poll(() => asked("/at-f5-control")).toHaveLength(1);
  expect(asked("/at-f5-").filter((path) => !path.startsWith("/at-f5-control"))).toEqual([]);
  for (const { unmount } of shown) unmount();
  control.remove();
});
