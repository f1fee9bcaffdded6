import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const config = {
  // The repository: our dependencies lie there.
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};
export default config;
