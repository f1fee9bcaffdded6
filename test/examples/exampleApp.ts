import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../support/freePort.js";
import { type RunningCommand, startCommand } from "./runningCommand.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const SIMULATOR = "http://127.0.0.1:4244";
const NAME = "react-stripe-connection";
const OPENED = /http:\/\/localhost:\d+(\/[\w/-]*)/;

/** A copy of an example that has the package of a tarball, and everything else from the repository. */
export interface ExampleApp {
  folder: string;
  /** Where the example's server is reached, and the only origin of its page. */
  origin: string;
  /** The address of the page with the card, at the path that the example's README opens. */
  page(): Promise<string>;
  /** The simulator's process, which delivers its webhooks to the server. */
  simulator: RunningCommand;
  /** Runs one of the example's scripts until it ends; rejects with what it printed. */
  script(name: string): Promise<string>;
  /** Starts one of the example's scripts, with the given additions to its environment. */
  start(name: string, env?: Record<string, string>, ...args: string[]): RunningCommand;
  /** Ends the simulator and deletes the copy. */
  remove(): Promise<void>;
}

/** `npm pack` of what was built. Resolves to the file. */
export async function packTarball(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { cwd: root });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [{ filename: string }];
  return join(folder, filename);
}

export function exampleNames(): string[] {
  const entries = readdirSync(join(root, "examples"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
}

/** What an example consists of: no build output, and nothing that a developer left there. */
export async function filesOf(name: string): Promise<string[]> {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await run("git", list, { cwd: join(root, "examples", name) });
  return stdout.split("\n").filter((file) => file !== "");
}

/** Copies an example beside itself, where what it imports resolves to the repository's node_modules. */
export async function copyExample(name: string, tarball: string): Promise<string> {
  const folder = join(root, "examples/.run", `${name}-${crypto.randomUUID().slice(0, 8)}`);
  for (const file of await filesOf(name)) {
    await cp(join(root, "examples", name, file), join(folder, file), { recursive: true });
  }
  const installed = join(folder, "node_modules", NAME);
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  await linkCommands(folder);
  return folder;
}

/** As `npm install` does for the `bin` of each dependency. */
async function linkCommands(folder: string): Promise<void> {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  await mkdir(join(folder, "node_modules/.bin"));
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const installed = name === NAME ? join(folder, "node_modules", NAME) : join(root, "node_modules", name);
    const { bin = {} } = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as {
      bin?: string | Record<string, string>;
    };
    for (const [command, file] of Object.entries(typeof bin === "string" ? { [name]: bin } : bin)) {
      if (name === NAME) await chmod(join(installed, file), 0o755);
      await symlink(join(installed, file), join(folder, "node_modules/.bin", command));
    }
  }
}

/** An example that is ready to be built, with the environment that its `.env.example` asks for. */
export async function openExample(name: string, tarball: string): Promise<ExampleApp> {
  const folder = await copyExample(name, tarball);
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const production = { ...environment(), NODE_ENV: "production", PORT: port };
  const start = (script: string, env: Record<string, string>, ...args: string[]) =>
    startCommand("npm", ["run", script, "--", ...args], { cwd: folder, env });
  const forward = `http://127.0.0.1:${port}/api/stripe/test/webhooks`;
  const simulator = start("simulator", environment(), "--port", "0", "--forward", forward);
  const app: ExampleApp = {
    folder,
    origin,
    simulator,
    async page() {
      const [, path = "/"] = OPENED.exec(await readFile(join(folder, "README.md"), "utf8")) ?? [];
      return origin + path;
    },
    async script(script) {
      const command = start(script, production);
      const code = await command.closed;
      if (code !== 0) throw new Error(`npm run ${script} of ${name} ended with ${code}:\n${command.printed()}`);
      return command.printed();
    },
    start: (script, env, ...args) => start(script, { ...production, ...env }, ...args),
    async remove() {
      await simulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await simulator.says(/Press Ctrl\+C/);
    await writeEnvironment(app);
    return app;
  } catch (thrown) {
    await app.remove();
    throw thrown;
  }
}

async function writeEnvironment({ folder, origin, simulator }: ExampleApp): Promise<void> {
  const [, simulatorUrl = ""] = /^STRIPE_API_URL=(.*)$/m.exec(simulator.printed()) ?? [];
  const example = await readFile(join(folder, ".env.example"), "utf8");
  const ours = example.replaceAll(SIMULATOR, simulatorUrl).replace(/^APP_URL=.*$/m, `APP_URL=${origin}`);
  await writeFile(join(folder, ".env"), ours);
}

/** No keys, settings or test runner of the person who runs the tests. */
function environment(): Record<string, string> {
  const { PATH = "", HOME = "" } = process.env;
  const quiet = { NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", npm_config_update_notifier: "false" };
  return { PATH: `${dirname(process.execPath)}:${PATH}`, HOME, ...quiet };
}
