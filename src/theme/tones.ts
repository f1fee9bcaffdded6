import { css } from "styled-components";

/**
 * A colour for light and one for dark. A CSS variable of the host's goes before it; `--_…` stands in between, where
 * high contrast and a brand have their colours.
 */
export const leaf = (name: string, light: string, dark: string): string =>
  `var(--rsc-${name}, var(--_${name}, light-dark(${light}, ${dark})))`;

/** Text, background and mark of each tone, `[light, dark]`. Apart from the rest, so that a badge alone carries no more. */
export const TONES = {
  "ok-fg": ["#0b6b3a", "#6fdca0"],
  "ok-bg": ["#e5f6ec", "#12301f"],
  "ok-dot": ["#1a9a57", "#37c67b"],
  "warn-fg": ["#8a4b00", "#f6c368"],
  "warn-bg": ["#fdf0d9", "#352508"],
  "warn-dot": ["#d98a0b", "#eba62e"],
  "bad-fg": ["#a5161f", "#ff9a9f"],
  "bad-bg": ["#fdeaea", "#3a1518"],
  "bad-dot": ["#d92f3a", "#f2555f"],
  "info-fg": ["#1a4fae", "#9cc2ff"],
  "info-bg": ["#e8f0fe", "#14264a"],
  "info-dot": ["#2f6fe4", "#5b97ff"],
  "idle-fg": ["#495160", "#b9c0cc"],
  "idle-bg": ["#eef0f3", "#262a32"],
  "idle-dot": ["#8a93a3", "#7d8696"],
} as const satisfies Record<string, readonly [string, string]>;

/** What reads as text, for those who want more contrast: at least 7 on its background. */
export const MORE_TONES = {
  "ok-fg": ["#064d28", "#8fe9b7"],
  "warn-fg": ["#613400", "#ffd37f"],
  "bad-fg": ["#7d0c14", "#ffb9bd"],
  "info-fg": ["#103a86", "#bcd6ff"],
  "idle-fg": ["#2f3641", "#d9dee6"],
} as const satisfies Record<string, readonly [string, string]>;

type ToneColour = keyof typeof TONES;

/** `var(--rsc-ok-fg, light-dark(…))` */
export const toneColour = (name: ToneColour): string => leaf(name, TONES[name][0], TONES[name][1]);

const tone = (name: "ok" | "warn" | "bad" | "info" | "idle"): string =>
  `--_fg: ${toneColour(`${name}-fg`)}; --_bg: ${toneColour(`${name}-bg`)}; --_dot: ${toneColour(`${name}-dot`)};`;

/** Gives an element with `data-tone` its three colours as `--_fg`, `--_bg` and `--_dot`. */
export const toneRules = css`
  &[data-tone="neutral"] { ${tone("idle")} }
  &[data-tone="info"] { ${tone("info")} }
  &[data-tone="warning"] { ${tone("warn")} }
  &[data-tone="success"] { ${tone("ok")} }
  &[data-tone="danger"] { ${tone("bad")} }
`;

/**
 * Gives an element and all in it the colours of high contrast, where the reader's system asks for it or `data-contrast`
 * says so. What has a background shows its edge by `--_edge`.
 */
export function moreContrast(colours: Readonly<Record<string, readonly [string, string]>>) {
  const declarations = Object.entries(colours)
    .map(([name, [light, dark]]) => `--_${name}: var(--_more-${name}, light-dark(${light}, ${dark}));`)
    .join("");
  return css`
    &[data-contrast="more"] { --_edge: currentColor; ${declarations} }
    @media (prefers-contrast: more) {
      &:not([data-contrast="standard"], [data-contrast="standard"] *) { --_edge: currentColor; ${declarations} }
    }
  `;
}
