import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ServedPage {
  readonly origin: string;
  close(): Promise<void>;
}

/** A page of one module, built as for production, with the headers and the head that the test gives for an address. */
export async function servePage(
  source: string,
  answer: (url: URL) => { headers: Record<string, string>; head?: string },
): Promise<ServedPage> {
  const built = await build({
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    write: false,
    outdir: "/out",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const files = new Map(built.outputFiles.map((file) => [file.path.replace("/out", ""), file.text]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    const script = files.get(url.pathname);
    if (script) return void response.setHeader("content-type", "text/javascript").end(script);
    const { headers, head = "" } = answer(url);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><title>Billing</title><link rel="icon" href="data:,">${head}` +
        '<div id="root"></div><script type="module" src="/stdin.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
