import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A process of its own that serves on 127.0.0.1. */
export interface NodeProcess {
  url: string;
  child: ChildProcess;
  /** `kill -9`: nothing is closed or flushed. Resolves when it is gone. */
  kill(): Promise<void>;
  /** In good order. Resolves when it is gone. */
  end(): Promise<void>;
  /** When it is gone, whoever ended it. */
  gone: Promise<void>;
}

/** Our own entries from their sources, so that nobody has to build first; packages as they are. */
const fromSource: Plugin = {
  name: "from-source",
  setup({ onResolve }) {
    const entries: Record<string, string> = {
      server: "server/index.ts",
      node: "server/node/index.ts",
      postgres: "server/store/postgres/postgresStore.ts",
      simulator: "simulator/index.ts",
      "simulator/node": "simulator/listen.ts",
    };
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point") return null;
      const entry = entries[path.replace(/^react-stripe-connection\//, "")];
      return entry ? { path: `${root}src/${entry}` } : { path, external: true };
    });
  },
};

/** Node 20 reads no TypeScript: one file of JavaScript beside the packages. */
export async function compile(file: URL): Promise<string> {
  const name = fileURLToPath(file).replace(/^.*\//, "").replace(/\.ts$/, "");
  const outfile = `${root}node_modules/.cache/processes/${name}-${process.pid}.mjs`;
  await build({
    entryPoints: [fileURLToPath(file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    plugins: [fromSource],
    logLevel: "warning",
  });
  return outfile;
}

/** Starts what `compile` made. Resolves when it says where it serves; it ends with us, also when we are killed. */
export function startProcess(script: string, options: object): Promise<NodeProcess> {
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "test" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.stderr.on("data", (chunk) => {
    said = (said + String(chunk)).slice(-8_000);
  });
  return new Promise((resolve, reject) => {
    child.once("close", (code) => reject(new Error(`${script} ended with ${code}:\n${said}`)));
    child.stdout.on("data", (chunk) => {
      said = (said + String(chunk)).slice(-8_000);
      const url = /serving at (http:\S+)\n/.exec(said)?.[1];
      if (!url) return;
      resolve({
        url,
        child,
        gone,
        kill: () => (child.kill("SIGKILL"), gone),
        end: () => (child.stdin.end(), gone),
      });
    });
  });
}
