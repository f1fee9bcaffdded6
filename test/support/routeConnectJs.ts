import { readFile } from "node:fs/promises";
import type { BrowserCommand } from "vitest/node";
import type { Answer } from "./changeableRoute.js";
import { changeRoute } from "./changeableRoute.js";

const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";

/** The simulator's stand-in, the one whose callbacks a test fires, a script that defines nothing, no answer, no end. */
export type ConnectJsMode = "stand-in" | "minimal" | "empty" | "blocked" | "hangs";

const FILES: Partial<Record<ConnectJsMode, string>> = {
  "stand-in": "src/simulator/connect.js",
  minimal: "test/support/minimalConnectJs.js",
};

async function answerFor(mode: ConnectJsMode): Promise<Answer> {
  if (mode === "hangs") return "hold";
  if (mode === "blocked") return (route) => route.abort();
  const file = FILES[mode];
  const body = file === undefined ? "" : await readFile(file, "utf8");
  return (route) => route.fulfill({ contentType: "text/javascript", body });
}

/** Answers the page's request for connect.js. */
export const routeConnectJs: BrowserCommand<[mode?: ConnectJsMode]> = async ({ context }, mode = "stand-in") =>
  changeRoute(context, CONNECT_JS, await answerFor(mode));
