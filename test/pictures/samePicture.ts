import type { BrowserConfigOptions } from "vitest/node";

type Options = NonNullable<NonNullable<BrowserConfigOptions["expect"]>["toMatchScreenshot"]>;

/** Where the kept pictures lie, and how many pixels may differ: fewer than the mark of a badge has. */
export const samePicture: Options = {
  comparatorName: "pixelmatch",
  comparatorOptions: { threshold: 0.1, allowedMismatchedPixels: 30 },
  // Until two in a row are the same, or the test's own time is up. A limit here would be a timer that Vitest never clears,
  // and the run would wait for it.
  timeout: 0,
  resolveScreenshotPath: ({ root, arg, ext }) => `${root}/test/pictures/kept/${arg}${ext}`,
};
