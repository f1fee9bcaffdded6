import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answers, createCluster, type PostgresCommand } from "../support/postgres.js";
import { serve } from "./served.js";

/** What is done to the database, at `POST /` and the name. */
export type DatabaseAction = keyof typeof actions;

const folder = mkdtempSync(join(tmpdir(), "rsc-outages-"));
// PostgreSQL runs as an ordinary user, who has to get to its data.
chmodSync(folder, 0o755);
const disk = join(folder, "disk");
mkdirSync(disk);
const isLimited = limitDisk();
const data = join(disk, "cluster");
mkdirSync(data);
const command = await create();
const filler = join(disk, "filler");
let postgres = await start().catch((thrown: unknown) => {
  removeFolder();
  throw thrown;
});

const actions = {
  url: async () => ({ url: command.url, isLimited }),
  stop: () => stop("SIGINT"),
  async start() {
    postgres = await start();
  },
  /** Stops it in the middle of whatever it does: connections stay open, and nothing answers. */
  async pause() {
    for (const pid of processes()) signal(pid, "SIGSTOP");
  },
  async resume() {
    for (const pid of processes()) signal(pid, "SIGCONT");
  },
  async fill() {
    const file = openSync(filler, "w");
    const block = Buffer.alloc(65_536);
    try {
      for (;;) writeSync(file, block);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "ENOSPC") throw thrown;
    } finally {
      closeSync(file);
    }
  },
  /** Starts it again where it could not go on without space, as an operator would. */
  async free() {
    unlinkSync(filler);
    if (isGone()) postgres = await start();
    else await answers(postgres, command.url);
  },
};

const isAction = (name: string): name is DatabaseAction => Object.hasOwn(actions, name);

const server = createServer((request, response) => {
  const name = (request.url ?? "").slice(1);
  if (!isAction(name)) return void response.writeHead(404).end();
  actions[name]().then(
    (result) => response.end(JSON.stringify(result ?? null)),
    (thrown: unknown) => response.writeHead(500).end(String(thrown)),
  );
});
// The folder and the disk are taken away when the standard input ends, also after Ctrl+C.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => {});
await serve(server, 0, async () => {
  try {
    for (const pid of processes()) signal(pid, "SIGCONT");
    await stop("SIGQUIT");
  } finally {
    removeFolder();
  }
});

async function create(): Promise<PostgresCommand> {
  const settings = ["fsync=off", "wal_recycle=off", "min_wal_size=2MB", "max_wal_size=32MB", "max_connections=100"];
  try {
    // Small segments: a full disk is met by what a few hundred transactions write.
    return await createCluster(data, settings, ["--wal-segsize=1"]);
  } catch (thrown) {
    removeFolder();
    throw thrown;
  }
}

function removeFolder(): void {
  if (isLimited) execFileSync("umount", [disk]);
  rmSync(folder, { recursive: true, force: true });
}

async function start(): Promise<ChildProcess> {
  const { file, args, user, url } = command;
  const child = spawn(file, args, { stdio: ["ignore", "ignore", "pipe"], cwd: data, ...user });
  try {
    await answers(child, url);
    return child;
  } catch (thrown) {
    child.kill("SIGQUIT");
    throw thrown;
  }
}

async function stop(name: NodeJS.Signals): Promise<void> {
  if (isGone()) return;
  const gone = new Promise((resolve) => postgres.once("exit", resolve));
  postgres.kill(name);
  await gone;
}

function isGone(): boolean {
  return postgres.exitCode !== null || postgres.signalCode !== null;
}

/** PostgreSQL has one process for each connection. */
function processes(): number[] {
  if (postgres.pid === undefined || isGone()) return [];
  const children = execFileSync("pgrep", ["-P", String(postgres.pid)], { encoding: "utf8" });
  return [postgres.pid, ...children.trim().split("\n").map(Number)];
}

/** A connection may have ended since its process was listed. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ESRCH") throw thrown;
  }
}

/** A file system of its own with a limited size. False where this account may not mount one. */
function limitDisk(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=400m", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
