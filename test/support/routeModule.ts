import type { BrowserCommand } from "vitest/node";
import type { Answer } from "./changeableRoute.js";
import { changeRoute } from "./changeableRoute.js";

/** No answer, no end, or as the server has it: what waited is then answered too. */
export type ModuleMode = "fails" | "hangs" | "passes";

const ANSWERS: Record<ModuleMode, Answer> = {
  fails: (route) => route.abort(),
  hangs: "hold",
  passes: (route) => route.continue(),
};

/** Answers the page's requests for one of our own modules, by a glob such as "**\/overlayParts.ts". */
export const routeModule: BrowserCommand<[glob: string, mode: ModuleMode]> = ({ context }, glob, mode) =>
  changeRoute(context, glob, ANSWERS[mode]);
