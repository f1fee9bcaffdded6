import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** "use client" means nothing here, and would be told of each file. How slow the machine is does not help who starts. */
const UNTOLD = ["MODULE_LEVEL_DIRECTIVE", "PLUGIN_TIMINGS"];
const onwarn = (warning, warn) => {
  if (!UNTOLD.includes(warning.code)) warn(warning);
};

/** The package's public names stand for its sources, as TypeScript has it: nothing has to be built before. */
async function common(root) {
  const { compilerOptions } = JSON.parse(await readFile(join(root, "tsconfig.json"), "utf8"));
  const names = Object.entries(compilerOptions.paths).filter(([name]) => name.startsWith("react-stripe-connection"));
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    // React says what is wrong then, and mounts everything twice.
    mode: "development",
    define: { "process.env.NODE_ENV": '"development"' },
    resolve: {
      alias: names.map(([name, [file]]) => ({
        find: new RegExp(`^${name.replace("*", "(.+)")}$`),
        replacement: join(root, file.replace("*", "$1")),
      })),
    },
  };
}

const TYPES = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".map": "application/json",
  ".woff2": "font/woff2",
};

/**
 * The page's files by their addresses.
 * @param {string} root
 * @returns {Promise<Map<string, { type: string, body: string | Uint8Array }>>}
 */
export async function buildPage(root) {
  const { output } = await build({
    ...(await common(root)),
    build: {
      write: false,
      target: "es2022",
      minify: false,
      sourcemap: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        onwarn,
        input: { page: join(root, "stories/demo/page/main.tsx") },
        output: {
          entryFileNames: "page/[name].js",
          chunkFileNames: "page/[name]-[hash].js",
          assetFileNames: ({ names }) => (names.includes("page.css") ? "page/page.css" : "page/[name]-[hash][extname]"),
        },
      },
    },
  });
  return new Map(
    output.map((file) => {
      const type = TYPES[file.fileName.slice(file.fileName.lastIndexOf("."))];
      if (!type) throw new Error(`The page has a file of a kind that is not served: ${file.fileName}`);
      return [`/${file.fileName}`, { type, body: file.type === "chunk" ? file.code : file.source }];
    }),
  );
}

/**
 * The back end as a module, because Node 20 runs no TypeScript. It lies beside the packages that it imports for as long
 * as it takes to load.
 * @param {string} root
 * @returns {Promise<typeof import("./server/createDemo.js")>}
 */
export async function loadServer(root) {
  const folder = join(root, `node_modules/.cache/acme-demo-${process.pid}`);
  await build({
    ...(await common(root)),
    build: {
      ssr: join(root, "stories/demo/server/createDemo.ts"),
      outDir: folder,
      target: "node20",
      sourcemap: "inline",
      rolldownOptions: { onwarn, output: { entryFileNames: "server.mjs" } },
    },
  });
  try {
    return await import(pathToFileURL(join(folder, "server.mjs")).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
