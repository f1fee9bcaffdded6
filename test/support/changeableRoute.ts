import type { BrowserContext, Route } from "playwright";

/** Answers one request, or holds it until the answer changes. */
export type Answer = ((route: Route) => Promise<void>) | "hold";

interface Changeable {
  answer: Answer;
  held: Route[];
}

const routed = new WeakMap<BrowserContext, Map<string, Changeable>>();

async function give(state: Changeable, route: Route): Promise<void> {
  if (state.answer === "hold") state.held.push(route);
  else await state.answer(route);
}

/**
 * Answers the page's requests for `glob` from now on, and those that were held.
 * It stays one route for the context's whole life: Playwright sends on by itself what is in flight while the last route
 * is taken away, and an answer of ours that comes after that is an unhandled rejection.
 */
export async function changeRoute(context: BrowserContext, glob: string, answer: Answer): Promise<void> {
  const byGlob = routed.get(context) ?? new Map<string, Changeable>();
  routed.set(context, byGlob);
  const state = byGlob.get(glob);
  if (state === undefined) {
    const first: Changeable = { answer, held: [] };
    byGlob.set(glob, first);
    await context.route(glob, (route) => give(first, route));
    return;
  }
  state.answer = answer;
  await Promise.all(state.held.splice(0).map((route) => give(state, route)));
}
