import { readFile } from "node:fs/promises";
import type { BrowserCommand } from "vitest/node";

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";

/** Answers the page's request for connect.js: with the stand-in, not at all, or never. */
export const routeConnectJs: BrowserCommand<[mode?: "stand-in" | "blocked" | "hangs"]> = async (
  { context },
  mode = "stand-in",
) => {
  await context.unroute(CONNECT_JS);
  await context.route(CONNECT_JS, async (route) => {
    if (mode === "blocked") await route.abort();
    else if (mode === "stand-in") {
      const body = await readFile("src/simulator/connect.js", "utf8");
      await route.fulfill({ contentType: "text/javascript", body });
    }
  });
};
