import { brandColours } from "./brandColours.js";
import { type ConnectionTheme, TOKENS } from "./tokens.js";

/**
 * What ends a declaration or a line, can't be encoded, escapes a character, or begins a comment (stylis takes spaces out);
 * nothing at all; and more than a colour, a length or a list of fonts is, because brackets are taken out level by level.
 */
const UNSAFE = /[;{}<>\\\p{C}]|\/ *[/*]|^\s*$|[^]{201}/u;
const TEXTS = /"[^"]*"|'[^']*'/g;
/** A bracket without brackets in it, of its own or of a function that loads nothing. Others may take an address. */
const BRACKETS =
  /(^|[^\w-])(?:var|env|calc|min|max|clamp|rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color(?:-mix)?|light-dark)?\([-\w #%,.+*/]*\)/gi;
/** Letters of any alphabet are in the names of fonts. */
const PLAIN = /^[-\w #%,.+*/\u0080-\uffff]+$/;

/** Whether a value stays inside its declaration, and loads nothing. A quoted text may be an address, and only a font has one. */
function isSafe(name: string, value: string): boolean {
  if (UNSAFE.test(value)) return false;
  let rest = name === "font-family" ? value.replace(TEXTS, " ") : value;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(BRACKETS, "$1 ");
  }
  return PLAIN.test(rest);
}

/** A host's brand and tokens as declarations; an unknown token or an unsafe value is left out and named in `refused`. */
export function tokenOverrides({ brand, tokens = {} }: ConnectionTheme): { css: string; refused: string[] } {
  const refused: string[] = [];
  const declarations: string[] = [];
  for (const [name, value] of Object.entries({ brand, ...tokens })) {
    if (value === undefined) continue;
    const isBrand = name === "brand";
    const isToken = isBrand || Object.hasOwn(TOKENS, name);
    if (!isToken || typeof value !== "string" || !isSafe(name, value)) refused.push(name);
    else declarations.push(isBrand ? brandColours(value) : `--rsc-${name}: ${value.trim()};`);
  }
  return { css: declarations.join(" "), refused };
}
