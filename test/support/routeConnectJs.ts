import { readFile } from "node:fs/promises";
import type { BrowserCommand } from "vitest/node";

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";

/** The simulator's stand-in, the one whose callbacks a test fires, a script that defines nothing, no answer, no end. */
export type ConnectJsMode = "stand-in" | "minimal" | "empty" | "blocked" | "hangs";

const FILES: Partial<Record<ConnectJsMode, string>> = {
  "stand-in": "src/simulator/connect.js",
  minimal: "test/support/minimalConnectJs.js",
};

/** Answers the page's request for connect.js. */
export const routeConnectJs: BrowserCommand<[mode?: ConnectJsMode]> = async ({ context }, mode = "stand-in") => {
  await context.unroute(CONNECT_JS);
  await context.route(CONNECT_JS, async (route) => {
    if (mode === "blocked") await route.abort();
    else if (mode !== "hangs") {
      const file = FILES[mode];
      await route.fulfill({ contentType: "text/javascript", body: file ? await readFile(file, "utf8") : "" });
    }
  });
};
