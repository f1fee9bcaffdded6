/**
 * The accents of one colour, computed by the browser: the brand's own, made dark enough for a light page and light
 * enough for a dark one. The bounds of the lightness are those at which the worst of all colours still has a contrast
 * of 4.5 (in high contrast 7) on every one of our surfaces; a test tries them out.
 */
export function brandColours(brand: string): string {
  return [
    ["--_", 0.49, 0.72],
    ["--_more-", 0.38, 0.9],
  ]
    .map(([prefix, darkest, lightest]) => {
      const accent = (step: number) =>
        `light-dark(oklch(from ${brand} calc(min(l, ${darkest}) - ${step}) c h), oklch(from ${brand} calc(max(l, ${lightest}) + ${step}) c h));`;
      return `${prefix}accent: ${accent(0)} ${prefix}focus: ${accent(0)} ${prefix}accent-hover: ${accent(0.06)}`;
    })
    .join(" ");
}
