import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vite";
import type { ViteUserConfig } from "vitest/config";
import { defineConfig } from "vitest/config";
import type { BrowserConfigOptions, ProjectConfig } from "vitest/node";
import { exampleTemplates } from "./examples/templates.js";
import { openApiDocument } from "./openapi/document.js";
import { designTokens } from "./src/theme/designTokens.js";
import { accessibleTree } from "./test/support/accessibleTree.js";
import { browserOptions } from "./test/support/browser.mjs";
import { emulateMedia } from "./test/support/emulateMedia.js";
import { parkPointer } from "./test/support/parkPointer.js";
import { routeConnectJs } from "./test/support/routeConnectJs.js";
import { routeModule } from "./test/support/routeModule.js";
import { touchScreen } from "./test/support/touchScreen.js";
import { samePicture } from "./test/pictures/samePicture.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One public entry for each language but English. */
const locales = readdirSync(at("src/messages/locales"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));

/** Public entries, by the name that hosts import them by. */
const entries = {
  ...Object.fromEntries(locales.map((locale) => [`messages/locales/${locale}`, `src/messages/locales/${locale}.ts`])),
  index: "src/index.ts",
  headless: "src/headless.ts",
  "server/index": "src/server/index.ts",
  "next/createNextConnection": "src/next/createNextConnection.ts",
  "server/node/index": "src/server/node/index.ts",
  "server/store/postgres/postgresStore": "src/server/store/postgres/postgresStore.ts",
  "simulator/index": "src/simulator/index.ts",
  "simulator/listen": "src/simulator/listen.ts",
  "testing/index": "src/testing/index.ts",
  "cli/main": "src/cli/main.ts",
  "testing/react": "src/testing/react.tsx",
  "testing/msw": "src/testing/msw.ts",
  "testing/playwright": "src/testing/playwright.ts",
};

/** Stories, tests and the demo import the package by its public names. */
const alias = [
  { find: /^react-stripe-connection$/, replacement: at("src/index.ts") },
  { find: /^react-stripe-connection\/headless$/, replacement: at("src/headless.ts") },
  { find: /^react-stripe-connection\/server$/, replacement: at("src/server/index.ts") },
  { find: /^react-stripe-connection\/next$/, replacement: at("src/next/createNextConnection.ts") },
  { find: /^react-stripe-connection\/node$/, replacement: at("src/server/node/index.ts") },
  { find: /^react-stripe-connection\/postgres$/, replacement: at("src/server/store/postgres/postgresStore.ts") },
  { find: /^react-stripe-connection\/simulator$/, replacement: at("src/simulator/index.ts") },
  { find: /^react-stripe-connection\/simulator\/node$/, replacement: at("src/simulator/listen.ts") },
  { find: /^react-stripe-connection\/testing$/, replacement: at("src/testing/index.ts") },
  { find: /^react-stripe-connection\/testing\/react$/, replacement: at("src/testing/react.tsx") },
  { find: /^react-stripe-connection\/testing\/(msw|playwright)$/, replacement: `${at("src/testing")}/$1.ts` },
  { find: /^react-stripe-connection\/locales\/([\w-]+)$/, replacement: `${at("src/messages/locales")}/$1.ts` },
];

/** The store's whole contract on each driver of PostgreSQL: for `npm run check`. */
const DRIVERS = ["test/server/store/{drivers,drizzleKit}.test.ts"];

const react18 = at("test/react18/node_modules");

/** The stand-in for connect.js is a script of its own: it is shipped as it is written. */
const shipConnectStandIn: Plugin = {
  name: "ship-connect-stand-in",
  apply: "build",
  async generateBundle() {
    this.emitFile({
      type: "asset",
      fileName: "simulator/connect.js",
      source: await readFile(at("src/simulator/connect.js"), "utf8"),
    });
  },
};

/** The protocol's document, out of the schemas that client and server run on. */
const shipOpenApi: Plugin = {
  name: "ship-openapi",
  apply: "build",
  generateBundle() {
    const source = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
    this.emitFile({ type: "asset", fileName: "openapi.json", source });
  },
};

/** The table of `src/theme/tokens.ts` for design tools. */
const shipDesignTokens: Plugin = {
  name: "ship-design-tokens",
  apply: "build",
  generateBundle() {
    this.emitFile({
      type: "asset",
      fileName: "tokens.json",
      source: `${JSON.stringify(designTokens(), null, 2)}\n`,
    });
  },
};

/** What `init` writes: the examples' own files. */
const shipTemplates: Plugin = {
  name: "ship-templates",
  apply: "build",
  async generateBundle() {
    const source = `${JSON.stringify(await exampleTemplates(at("examples")), null, 2)}\n`;
    this.emitFile({ type: "asset", fileName: "cli/init/templates.json", source });
  },
};

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  const launchOptions = {
    ...(process.env["VITEST"] ? await browserOptions() : {}),
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
  // A new object for each project: Vitest names the instances in place, and says "already defined" for shared ones.
  const browser = (window = { width: 1280, height: 720 }, drawing: readonly string[] = []): BrowserConfigOptions => ({
    enabled: true,
    headless: true,
    provider: playwright({
      launchOptions: { ...launchOptions, args: [...launchOptions.args, ...drawing] },
      contextOptions: { viewport: window },
    }),
    instances: [{ browser: "chromium", viewport: { width: 800, height: 600 } }],
    commands: { accessibleTree, emulateMedia, parkPointer, routeConnectJs, routeModule, touchScreen },
    screenshotFailures: false,
    expect: { toMatchScreenshot: samePicture },
  });
  const inChromium = (name: string): ProjectConfig => ({
    name,
    include: ["test/browser/**/*.test.tsx"],
    setupFiles: ["test/support/setupBrowser.ts"],
    testTimeout: 60_000,
    browser: browser(),
  });
  /** What takes too long for every run, by `--mode`. A picture is not scaled down where the window is as large. */
  const apart: Record<string, BrowserConfigOptions> = {
    access: browser(),
    // Letters in grey and unhinted are the same on every machine, and a third of the size.
    pictures: browser({ width: 1400, height: 2800 }, ["--disable-lcd-text", "--font-render-hinting=none"]),
  };
  const only = apart[mode];

  return {
    plugins: [react()],
    resolve: { alias },
    // Component ids are written by hand (`rsc-…`), so that two builds are the same byte for byte.
    oxc: { plugins: { styledComponents: { displayName: false, ssr: false, namespace: "rsc" } } },
    optimizeDeps: {
      // All that a browser test can pull in: one found late makes Vite optimise again and gives the page two Reacts.
      include: [
        "react",
        "react-dom",
        "react-dom/client",
        "react-dom/server",
        "react/jsx-runtime",
        "react/jsx-dev-runtime",
        "styled-components",
        "valibot",
        "hono",
        "stripe",
        "axe-core",
        "@stripe/react-connect-js",
        "@stripe/connect-js/pure.js",
        "@testing-library/react",
        "@testing-library/jest-dom/vitest",
      ],
    },
    build: {
      target: "es2022",
      // No source maps: they double the package, and a built file is its source without types, under the same path.
      sourcemap: false,
      minify: false,
      lib: { entry: entries, formats: ["es"] },
      rolldownOptions: {
        external: [/^[^./\0]/],
        // An inlined constant leaves an unused import behind, and esbuild then warns the host.
        optimization: { inlineConst: false },
        plugins: [shipOpenApi, shipConnectStandIn, shipDesignTokens, shipTemplates],
        output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
      },
    },
    test: {
      coverage: { provider: "v8", include: ["src/**/*.{ts,tsx}"], reporter: ["text", "json-summary"] },
      // A second is too short for a busy machine.
      expect: { poll: { timeout: 10_000 } },
      reporters: ["default", "./test/faults/faultsReporter.ts", "./test/support/tallyReporter.ts"],
      projects: only
        ? [{ extends: true, test: { ...inChromium(mode), include: [`test/${mode}/**/*.test.tsx`], browser: only } }]
        : [
            {
              extends: true,
              test: {
                name: "unit",
                environment: "jsdom",
                include: [
                  "test/{core,client,stripe,messages,theme,react,onboarding,components,simulator,testing}/**/*.test.{ts,tsx}",
                ],
                setupFiles: ["test/support/setup.ts"],
                // As in production: jsdom reads a whole style sheet again for each rule that is put into it as text.
                env: { SC_DISABLE_SPEEDY: "false" },
                // A jsdom and a React for each worker and not for each of 70 files: half the time of all.
                isolate: false,
                testTimeout: 30_000,
              },
            },
            {
              extends: true,
              test: {
                name: "server",
                environment: "node",
                include: ["test/{server,architecture,cli}/**/*.test.ts"],
                exclude: DRIVERS,
                globalSetup: ["test/support/postgres.ts"],
                testTimeout: 60_000,
                hookTimeout: 60_000,
              },
            },
            // What a host gets: needs `npm run build`, and runs other people's bundlers, test runners and drivers.
            {
              extends: true,
              test: {
                name: "package",
                environment: "node",
                include: ["test/package/**/*.test.ts", ...DRIVERS],
                globalSetup: ["test/support/postgres.ts"],
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
            // What a host writes: needs `npm run build`, and builds each example with its framework's own tools.
            {
              extends: true,
              test: {
                name: "examples",
                environment: "node",
                include: ["test/examples/**/*.test.ts"],
                globalSetup: ["test/examples/tarball.ts"],
                testTimeout: 240_000,
                hookTimeout: 60_000,
              },
            },
            // Servers that race and are killed: a few rounds in `npm run check`, a hundred in `npm run soak`.
            {
              extends: true,
              test: {
                name: "soak",
                environment: "node",
                include: ["test/soak/**/*.test.ts"],
                globalSetup: ["test/support/postgres.ts"],
                hookTimeout: 60_000,
              },
            },
            { extends: true, test: inChromium("browser") },
            // Every state in every look, language or page of a host's: in `npm run check`.
            { extends: true, test: { ...inChromium("wide"), include: ["test/wide/**/*.test.tsx"] } },
            {
              extends: true,
              resolve: {
                alias: [
                  ...alias,
                  { find: /^react-dom(\/.*)?$/, replacement: `${react18}/react-dom$1` },
                  { find: /^react(\/.*)?$/, replacement: `${react18}/react$1` },
                ],
              },
              // Rendering, effects, focus and portals: what could depend on React's version.
              test: {
                ...inChromium("react18"),
                include: ["test/browser/{card,tabs,onboarding,overlays,theme}.test.tsx"],
              },
            },
            {
              extends: true,
              plugins: [storybookTest({ configDir: at(".storybook") })],
              test: { name: "storybook", testTimeout: 120_000, browser: browser() },
            },
            {
              extends: true,
              test: {
                name: "e2e",
                environment: "node",
                include: ["test/e2e/**/*.test.ts"],
                globalSetup: ["test/e2e/sharedDemo.ts"],
                testTimeout: 120_000,
                hookTimeout: 120_000,
                fileParallelism: false,
              },
            },
          ],
    },
  };
});
