import "vitest/browser";
import type { AccessibleNode } from "./accessibleTree.js";
import type { Media } from "./emulateMedia.js";
import type { ConnectJsMode } from "./routeConnectJs.js";
import type { ModuleMode } from "./routeModule.js";

declare module "vitest/browser" {
  interface BrowserCommands {
    routeConnectJs: (mode?: ConnectJsMode) => Promise<void>;
    routeModule: (urlPattern: string, mode: ModuleMode) => Promise<void>;
    accessibleTree: () => Promise<AccessibleNode>;
    parkPointer: () => Promise<void>;
    touchScreen: (isOn: boolean) => Promise<void>;
    emulateMedia: (media: Media | null) => Promise<void>;
  }
}
