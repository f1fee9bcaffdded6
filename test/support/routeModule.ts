import type { BrowserContext, Route } from "playwright";
import type { BrowserCommand } from "vitest/node";

/** No answer, no end, or as the server has it: what waited is then answered too. */
export type ModuleMode = "fails" | "hangs" | "passes";

const waiting = new WeakMap<BrowserContext, Map<string, Route[]>>();

/** Answers the page's requests for one of our own modules, by a glob such as "**\/overlayParts.ts". */
export const routeModule: BrowserCommand<[glob: string, mode: ModuleMode]> = async ({ context }, glob, mode) => {
  const held = waiting.get(context) ?? new Map<string, Route[]>();
  waiting.set(context, held);
  await context.unroute(glob);
  await Promise.all((held.get(glob) ?? []).map((route) => route.continue()));
  const routes: Route[] = [];
  held.set(glob, routes);
  if (mode === "fails") await context.route(glob, (route) => route.abort());
  if (mode === "hangs") await context.route(glob, (route) => void routes.push(route));
};
