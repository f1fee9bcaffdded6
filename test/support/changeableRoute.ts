import type { CDPSession, Page } from "playwright";

/** A response of our own, a network error, the server's response, or none until the answer changes. */
export type Answer = { contentType: string; body: string } | "fail" | "pass" | "hold";

interface ChangeableRoute {
  session: CDPSession;
  answer: Answer;
  held: string[];
}

const routesOfPages = new WeakMap<Page, Map<string, ChangeableRoute>>();

/**
 * Answers the page's requests for `urlPattern` (with `*`) from now on, and those that were held.
 *
 * It pauses the requests that match and no others. Playwright's own `route()` pauses every request of the page, switches
 * the cache off, and does so until the last route is gone.
 */
export async function changeRoute(page: Page, urlPattern: string, answer: Answer): Promise<void> {
  const routes = routesOfPages.get(page) ?? new Map<string, ChangeableRoute>();
  routesOfPages.set(page, routes);
  const known = routes.get(urlPattern);
  if (known === undefined) {
    routes.set(urlPattern, await openRoute(page, urlPattern, answer));
    return;
  }
  known.answer = answer;
  await Promise.all(known.held.splice(0).map((requestId) => respond(known, requestId)));
}

async function openRoute(page: Page, urlPattern: string, answer: Answer): Promise<ChangeableRoute> {
  const session = await page.context().newCDPSession(page);
  const route: ChangeableRoute = { session, answer, held: [] };
  session.on("Fetch.requestPaused", ({ requestId }) => void respond(route, requestId));
  await session.send("Fetch.enable", { patterns: [{ urlPattern }] });
  return route;
}

async function respond(route: ChangeableRoute, requestId: string): Promise<void> {
  if (route.answer === "hold") {
    route.held.push(requestId);
    return;
  }
  try {
    await send(route.session, route.answer, requestId);
  } catch (thrown) {
    // The frame that asked is gone, and its request with it.
    if (!(thrown instanceof Error && thrown.message.includes("Invalid InterceptionId"))) throw thrown;
  }
}

async function send(session: CDPSession, answer: Exclude<Answer, "hold">, requestId: string): Promise<void> {
  if (answer === "fail") await session.send("Fetch.failRequest", { requestId, errorReason: "Failed" });
  else if (answer === "pass") await session.send("Fetch.continueRequest", { requestId });
  else {
    await session.send("Fetch.fulfillRequest", {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: "content-type", value: answer.contentType }],
      body: Buffer.from(answer.body).toString("base64"),
    });
  }
}
