import { TOKENS, type TokenName } from "./tokens.js";

/** A value that could end its declaration would be a way into the page's other styles. */
const UNSAFE = /[;{}<>\\]|\/\*|url\(|^\s*$/i;

/** A host's tokens as declarations; what is no token or no plain value is left out and named in `refused`. */
export function tokenOverrides(tokens: Partial<Record<TokenName, string>>): { css: string; refused: string[] } {
  const refused: string[] = [];
  const declarations: string[] = [];
  for (const [name, value] of Object.entries(tokens)) {
    if (!Object.hasOwn(TOKENS, name) || typeof value !== "string" || UNSAFE.test(value)) refused.push(name);
    else declarations.push(`--rsc-${name}: ${value.trim()};`);
  }
  return { css: declarations.join(" "), refused };
}
