import { cssSupports } from "./cssSupports.js";

/** A computed colour as `rgb()` or `rgba()`, whatever it was written in; null for none. */
export function plainColour(computed: string): string | null {
  const [red, green, blue, alpha] = channels(computed) ?? [];
  if (red === undefined || alpha === undefined) return null;
  const rgb = `${red}, ${green}, ${blue}`;
  return alpha === 1 ? `rgb(${rgb})` : `rgba(${rgb}, ${alpha})`;
}

/** The same, and null for one that lets the ground through. */
export function opaqueColour(computed: string): string | null {
  const colour = plainColour(computed);
  return colour?.startsWith("rgb(") ? colour : null;
}

function channels(computed: string): number[] | null {
  const legacy = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (legacy) return [...legacy.slice(1, 4).map(Number), legacy[4] === undefined ? 1 : Number(legacy[4])];
  return paintedChannels(computed);
}

/** oklch(), color(), color-mix()…: painted, and read back. */
function paintedChannels(colour: string): number[] | null {
  if (!cssSupports("color", colour)) return null;
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, Math.round((alpha / 255) * 100) / 100];
}
