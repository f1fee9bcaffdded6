/** What a browser paints for `oklch(from #rrggbb calc(min(l, 0.5) - 0.1) c h)`, as hex: channels out of sRGB are clipped. */
export function painted(colour: string): string {
  const [, brand = "", bound, limit, sign, step] =
    /^oklch\(from (#[\da-f]{6}) calc\((min|max)\(l, ([\d.]+)\) ([+-]) ([\d.]+)\) c h\)$/.exec(colour) ?? [];
  if (brand === "") throw new Error(`No colour that this knows: ${colour}`);
  const [lightness, a, b] = toLab([1, 3, 5].map((at) => linear(Number.parseInt(brand.slice(at, at + 2), 16) / 255)));
  const bounded = bound === "min" ? Math.min(lightness, Number(limit)) : Math.max(lightness, Number(limit));
  const channels = fromLab(Math.min(1, Math.max(0, bounded + Number(`${sign}${step}`))), a, b);
  return `#${channels.map((channel) => byte(channel).toString(16).padStart(2, "0")).join("")}`;
}

type Three = [number, number, number];

const linear = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

function byte(share: number): number {
  const clipped = Math.min(1, Math.max(0, share));
  return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055));
}

/** Björn Ottosson's OKLab. */
function toLab([red = 0, green = 0, blue = 0]: readonly number[]): Three {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromLab(lightness: number, a: number, b: number): Three {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}
