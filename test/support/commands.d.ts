import "vitest/browser";
import type { ConnectJsMode } from "./routeConnectJs.js";

declare module "vitest/browser" {
  interface BrowserCommands {
    routeConnectJs: (mode?: ConnectJsMode) => Promise<void>;
  }
}
