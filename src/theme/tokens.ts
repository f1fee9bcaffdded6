import { leaf, MORE_TONES, TONES } from "./tones.js";

/** Light or dark; as the reader's system has it; or `inherit`: as the CSS `color-scheme` of the place in the page says. */
export type ColorScheme = "light" | "dark" | "auto" | "inherit";

/** More contrast or not; or as the reader's system has it (`prefers-contrast`). */
export type ColorContrast = "standard" | "more" | "auto";

const COLOURS = {
  surface: ["#fff", "#16181d"],
  "surface-2": ["#f7f8fa", "#1d2027"],
  page: ["#f3f4f7", "#0e1013"],
  text: ["#15181e", "#f1f3f6"],
  muted: ["#5b6472", "#a0a8b5"],
  border: ["#e2e5ea", "#2a2e37"],
  "border-strong": ["#c9ced6", "#414754"],
  "border-input": ["#8a93a3", "#6b7484"],
  accent: ["#5a50f0", "#7f78ff"],
  "accent-hover": ["#4a41d8", "#948eff"],
  "on-accent": ["#fff", "#0d0d1a"],
  focus: ["#5a50f0", "#958fff"],
  danger: ["#c8242f", "#c8242f"],
  "danger-hover": ["#ad1c27", "#d93540"],
  "on-danger": ["#fff", "#fff"],
  mark: ["#635bff", "#635bff"],
  "on-mark": ["#fff", "#fff"],
  shade: ["rgb(15 18 26 / 45%)", "rgb(0 0 0 / 65%)"],
  "shadow-near": ["rgb(16 24 40 / 5%)", "transparent"],
  "shadow-far": ["rgb(16 24 40 / 16%)", "rgb(0 0 0 / 55%)"],
  ...TONES,
} as const satisfies Record<string, readonly [string, string]>;

/** Which colours are others in high contrast, and which. Text has at least 7, edges at least 3. */
export const MORE_CONTRAST: Readonly<Partial<Record<TokenName, readonly [string, string]>>> = {
  text: ["#000", "#fff"],
  muted: ["#3a414d", "#d0d5dd"],
  border: ["#6b7484", "#8a93a3"],
  "border-strong": ["#6b7484", "#8a93a3"],
  "border-input": ["#6b7484", "#8a93a3"],
  accent: ["#3a31b8", "#b3aeff"],
  "accent-hover": ["#2c2494", "#c9c5ff"],
  focus: ["#3a31b8", "#b3aeff"],
  danger: ["#9b1420", "#ffb3b8"],
  "danger-hover": ["#7d0c14", "#ffccd0"],
  "on-danger": ["#fff", "#0d0d1a"],
  ...MORE_TONES,
};

const MEASURES = {
  radius: "12px",
  "radius-control": "8px",
  "font-family": "inherit",
  /** z-index of menu and dialog where the browser has no top layer. Stripe's own overlays stand above it. */
  layer: "1200",
} as const satisfies Record<string, string>;

/** The name of a token is the name of its CSS variable without `--rsc-`. */
export type TokenName = keyof typeof COLOURS | keyof typeof MEASURES;

/** Every token, `[light, dark]`. */
export const TOKENS: Readonly<Record<TokenName, readonly [string, string]>> = {
  ...COLOURS,
  radius: [MEASURES.radius, MEASURES.radius],
  "radius-control": [MEASURES["radius-control"], MEASURES["radius-control"]],
  "font-family": [MEASURES["font-family"], MEASURES["font-family"]],
  layer: [MEASURES.layer, MEASURES.layer],
};

/**
 * What stands in a style: the host's variable, else our value. `light-dark()` follows `color-scheme`,
 * which `ConnectionRoot` sets, so that a change of theme costs no render and a variable on `:root` wins.
 */
export function token(name: TokenName): string {
  return name in MEASURES ? `var(--rsc-${name}, ${TOKENS[name][0]})` : leaf(name, TOKENS[name][0], TOKENS[name][1]);
}

/** How the components look. */
export interface ConnectionTheme {
  /** Default: `auto`. With `inherit` your page switches between light and dark by CSS, and nothing renders anew. */
  colorScheme?: ColorScheme;
  /** Default: `auto`. */
  contrast?: ColorContrast;
  /**
   * One colour, such as `#0a7` or `var(--brand)`: buttons, links and the focus ring are made from it for every scheme,
   * dark or light enough to be read on our own surfaces. Single `tokens` go before it. Default: an indigo.
   */
  brand?: string;
  /**
   * Values of your own. For two schemes at once write `light-dark(…, …)`, or set `--rsc-…` in your CSS. A value that is
   * not a plain colour, length or list of fonts of at most 200 characters is left out, with a warning in development.
   */
  tokens?: Partial<Record<TokenName, string>>;
}
