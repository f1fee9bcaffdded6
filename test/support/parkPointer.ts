import type { BrowserCommand } from "vitest/node";

/** Takes the mouse off the page. Playwright leaves it where it last clicked, and what is drawn there next is hovered. */
export const parkPointer: BrowserCommand<[]> = async ({ page }) => {
  await page.mouse.move(-1, -1);
};
