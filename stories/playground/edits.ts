import type { ConnectionTheme, TokenName } from "react-stripe-connection";
import { TOKENS } from "../../src/theme/tokens.js";

/** What somebody has changed so far. Colours are chosen for light and dark apart. */
export interface Edits {
  brand: string | null;
  colours: Partial<Record<TokenName, { light?: string; dark?: string }>>;
  measures: Partial<Record<TokenName, string>>;
}

export const NO_EDITS: Edits = { brand: null, colours: {}, measures: {} };

/** The colours that a designer changes first, as the page groups them. Each is plain hex in both schemes. */
export const COLOUR_GROUPS: Record<string, readonly TokenName[]> = {
  "Buttons and links": ["accent", "accent-hover", "on-accent", "focus"],
  Surfaces: ["surface", "surface-2", "border", "border-strong", "border-input"],
  Words: ["text", "muted"],
  Success: ["ok-fg", "ok-bg", "ok-dot"],
  Warning: ["warn-fg", "warn-bg", "warn-dot"],
  Danger: ["bad-fg", "bad-bg", "bad-dot", "danger", "danger-hover", "on-danger"],
  "Information and rest": ["info-fg", "info-bg", "info-dot", "idle-fg", "idle-bg", "idle-dot"],
  Mark: ["mark", "on-mark"],
};

/** What a colour is now, as six hex digits. */
export function colourOf(edits: Edits, name: TokenName, scheme: "light" | "dark"): string {
  const value = edits.colours[name]?.[scheme] ?? TOKENS[name][scheme === "light" ? 0 : 1];
  return value.length === 4 ? value.replace(/[\da-f]/gi, "$&$&") : value;
}

/** The theme that a host would pass. */
export function themeOf(edits: Edits): ConnectionTheme {
  const tokens = tokensOf(edits);
  return {
    ...(edits.brand === null ? {} : { brand: edits.brand }),
    ...(Object.keys(tokens).length === 0 ? {} : { tokens }),
  };
}

/** The same as CSS variables. */
export function tokensOf(edits: Edits): Partial<Record<TokenName, string>> {
  const colours = (Object.keys(edits.colours) as TokenName[]).map((name) => {
    const [light, dark] = [colourOf(edits, name, "light"), colourOf(edits, name, "dark")];
    return [name, light === dark ? light : `light-dark(${light}, ${dark})`] as const;
  });
  return { ...Object.fromEntries(colours), ...edits.measures };
}

/** As a host writes it in its page. */
export function propCode(edits: Edits): string {
  const { brand, tokens = {} } = themeOf(edits);
  const lines = Object.entries(tokens).map(
    ([name, value]) => `    ${/^\w+$/.test(name) ? name : `"${name}"`}: ${JSON.stringify(value)},`,
  );
  return [
    "theme={{",
    ...(brand === undefined ? [] : [`  brand: "${brand}",`]),
    ...(lines.length === 0 ? [] : ["  tokens: {", ...lines, "  },"]),
    "}}",
  ].join("\n");
}

/** As a host writes it in its style sheet. A brand is no single value, and stays with the prop. */
export function cssCode(edits: Edits): string {
  const lines = Object.entries(tokensOf(edits)).map(([name, value]) => `  --rsc-${name}: ${value};`);
  return [":root {", ...lines, "}"].join("\n");
}
