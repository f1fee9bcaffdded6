import type { CDPSession, Page } from "playwright";
import type { BrowserCommand } from "vitest/node";

/** A session that ends takes its emulation along, so that the page keeps one. */
const sessions = new WeakMap<Page, CDPSession>();

/** A finger instead of a mouse: `(pointer: coarse)` holds, and `(hover: hover)` does not. */
export const touchScreen: BrowserCommand<[isOn: boolean]> = async ({ context, page }, isOn) => {
  const session = sessions.get(page) ?? (await context.newCDPSession(page));
  sessions.set(page, session);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: isOn, ...(isOn ? { maxTouchPoints: 5 } : {}) });
};
