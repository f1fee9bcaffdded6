import { brandColours } from "./brandColours.js";
import { type ConnectionTheme, TOKENS } from "./tokens.js";

/** A value that could end its declaration would be a way into the page's other styles. */
const UNSAFE = /[;{}<>\\]|\/\*|url\(|^\s*$/i;
const TEXTS = /"[^"\n]*"|'[^'\n]*'/g;
const BRACKETS = /\([^()[\]]*\)|\[[^()[\]]*\]/g;

/** A bracket or a quote that stays open takes in the declarations and rules that come after it. */
function isClosed(value: string): boolean {
  let rest = value.replace(TEXTS, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(BRACKETS, "");
  }
  return !/[()[\]"']/.test(rest);
}

/** A host's brand and tokens as declarations; what is no token or no plain value is left out and named in `refused`. */
export function tokenOverrides({ brand, tokens = {} }: ConnectionTheme): { css: string; refused: string[] } {
  const refused: string[] = [];
  const declarations: string[] = [];
  for (const [name, value] of Object.entries({ brand, ...tokens })) {
    if (value === undefined) continue;
    const isBrand = name === "brand";
    const isToken = isBrand || Object.hasOwn(TOKENS, name);
    if (!isToken || typeof value !== "string" || UNSAFE.test(value) || !isClosed(value)) refused.push(name);
    else declarations.push(isBrand ? brandColours(value) : `--rsc-${name}: ${value.trim()};`);
  }
  return { css: declarations.join(" "), refused };
}
