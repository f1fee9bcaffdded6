import { readFile } from "node:fs/promises";
import type { BrowserCommand } from "vitest/node";
import { type Answer, changeRoute } from "./changeableRoute.js";

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";

/** The simulator's stand-in, the one whose callbacks a test fires, a script that defines nothing, no answer, no end. */
export type ConnectJsMode = "stand-in" | "minimal" | "empty" | "blocked" | "hangs";

const FILES: Partial<Record<ConnectJsMode, string>> = {
  "stand-in": "src/simulator/connect.js",
  minimal: "test/support/minimalConnectJs.js",
};

async function answerFor(mode: ConnectJsMode): Promise<Answer> {
  if (mode === "hangs") return "hold";
  if (mode === "blocked") return "fail";
  const file = FILES[mode];
  return { contentType: "text/javascript", body: file === undefined ? "" : await readFile(file, "utf8") };
}

/** Answers the page's request for connect.js. */
export const routeConnectJs: BrowserCommand<[mode?: ConnectJsMode]> = async ({ page }, mode = "stand-in") =>
  changeRoute(page, CONNECT_JS, await answerFor(mode));
