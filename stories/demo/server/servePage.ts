import type { IncomingMessage, ServerResponse } from "node:http";

/** A file of the built page. */
export interface PageFile {
  /** Its `Content-Type`. */
  type: string;
  body: string | Uint8Array;
}

/** By the path of their address, such as `/page/page.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Answers with a file, or with 404. */
export function serveFile(files: PageFiles, request: IncomingMessage, response: ServerResponse): void {
  // A target such as `//` can't be parsed as an address, and no file needs it to be.
  const path = (request.url ?? "/").replace(/[?#].*/s, "");
  const file = files.get(path);
  if (!file) return void response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.");
  response.setHeader("content-type", file.type);
  // The name of a chunk holds the hash of its content; the two that a page begins with have the same name for ever.
  const isFirst = /^\/page\/page\.(js|css)$/.test(path);
  response.setHeader("cache-control", isFirst ? "no-cache" : "max-age=31536000, immutable");
  response.end(file.body);
}
