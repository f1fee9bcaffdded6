import type { BrowserCommand } from "vitest/node";
import { type Answer, changeRoute } from "./changeableRoute.js";

/** A network error, no answer, or what the server has: what waited is then answered too. */
export type ModuleMode = "fails" | "hangs" | "passes";

const ANSWERS: Record<ModuleMode, Answer> = { fails: "fail", hangs: "hold", passes: "pass" };

/** Answers the page's requests for one of our own modules, by a URL pattern such as "*\/overlayParts.ts". */
export const routeModule: BrowserCommand<[urlPattern: string, mode: ModuleMode]> = ({ page }, urlPattern, mode) =>
  changeRoute(page, urlPattern, ANSWERS[mode]);
