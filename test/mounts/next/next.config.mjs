import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const config = {
  // What moves or stops a handler that is mounted, all at once.
  basePath: "/app",
  trailingSlash: true,
  cacheComponents: true,
  partialPrefetching: true,
  // The repository: our dependencies lie there.
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};
export default config;
