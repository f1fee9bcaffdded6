import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ServedPage {
  readonly origin: string;
  close(): Promise<void>;
}

/** How a host's bundler sees a module of this folder's. */
export const buildOptions = (source: string, { isDevelopment = false, react = "" } = {}) =>
  ({
    stdin: { contents: source, resolveDir: root, loader: "tsx" },
    bundle: true,
    write: false,
    outdir: "/out",
    jsx: "automatic",
    minify: !isDevelopment,
    define: { "process.env.NODE_ENV": isDevelopment ? '"development"' : '"production"' },
    alias: react ? { react: `${root}${react}/react`, "react-dom": `${root}${react}/react-dom` } : {},
  }) satisfies BuildOptions;

interface Answer {
  headers: Record<string, string>;
  head?: string;
  /** What a server rendered into the root. */
  body?: string;
}

/** A page of one module, built as for production, with what the test answers for an address. */
export async function servePage(
  source: string,
  answer: (url: URL) => Answer,
  options: { isDevelopment?: boolean; react?: string } = {},
): Promise<ServedPage> {
  const built = await build({ ...buildOptions(source, options), splitting: true, format: "esm" });
  const files = new Map(built.outputFiles.map((file) => [file.path.replace("/out", ""), file.text]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    const script = files.get(url.pathname);
    if (script) return void response.setHeader("content-type", "text/javascript").end(script);
    const { headers, head = "", body = "" } = answer(url);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><title>Billing</title><link rel="icon" href="data:,">${head}` +
        `<div id="root">${body}</div><script type="module" src="/stdin.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
