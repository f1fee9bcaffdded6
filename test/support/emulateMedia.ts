import type { BrowserCommand } from "vitest/node";

export interface Media {
  media?: "print" | "screen";
  forcedColors?: "active" | "none";
  reducedMotion?: "reduce" | "no-preference";
  colorScheme?: "light" | "dark" | "no-preference";
  contrast?: "more" | "no-preference";
}

/** What the person has set in the system; `null` is what the browser has by itself. */
export const emulateMedia: BrowserCommand<[media: Media | null]> = async ({ page }, media) => {
  await page.emulateMedia(
    media ?? { media: null, forcedColors: null, reducedMotion: null, colorScheme: null, contrast: null },
  );
};
