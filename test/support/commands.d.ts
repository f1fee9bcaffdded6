import "vitest/browser";

declare module "vitest/browser" {
  interface BrowserCommands {
    routeConnectJs: (mode?: "stand-in" | "blocked" | "hangs") => Promise<void>;
  }
}
