// As a framework's bundler reads the package on a server: files that say "use client" become references.
import { register } from "node:module";

register("./asText.mjs", import.meta.url);
register("react-server-dom-webpack/node-loader", import.meta.url);
