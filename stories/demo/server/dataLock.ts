import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { SettingsError } from "./settings.js";

/** Whose data it is. Without `origin`: a demo that has not yet begun to listen. */
interface Owner {
  pid: number;
  origin?: string;
}

export interface DataLock {
  /** Where this demo is found, for whoever comes second. */
  servesAt(origin: string): void;
}

/**
 * The folder's data belong to this process until it ends: two on one PGlite would destroy it. A lock that a killed
 * process left behind is taken over. Throws a {@link SettingsError} that says where the other demo runs.
 */
export async function lockData(dataDir: string): Promise<DataLock> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "demo.lock");
  const mine: Owner = { pid: process.pid };
  while (!create(file, mine)) {
    const left = readFileSync(file, "utf8");
    const owner = readOwner(left);
    if (owner && (await isRunning(owner))) throw new SettingsError(refusal(dataDir, owner));
    // Looked at again in the same breath, so that nobody's new lock is removed.
    if (readFileSync(file, "utf8") === left) rmSync(file);
  }
  // The last thing that happens to a process, unless it is killed.
  process.once("exit", () => rmSync(file, { force: true }));
  return { servesAt: (origin) => writeFileSync(file, JSON.stringify({ ...mine, origin })) };
}

function create(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null for what a kill left half-written. */
function readOwner(text: string): Owner | null {
  const [, pid, origin] = /^\{"pid":(\d+)(?:,"origin":"(http[^"]+)")?\}$/.exec(text) ?? [];
  return pid ? { pid: Number(pid), ...(origin ? { origin } : {}) } : null;
}

/** A number of a process alone proves little: another program may have got it since. */
async function isRunning({ pid, origin }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return origin ? await answers(origin) : pid !== process.pid;
}

function answers(origin: string): Promise<boolean> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 80) });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

const refusal = (dataDir: string, { pid, origin }: Owner) =>
  `A demo is already running${origin ? ` at ${origin}` : ""} with the data in ${dataDir} (process ${pid}).\n` +
  "Open that one or end it, or give this one data and a port of its own: DATA_DIR=.data2 PORT=4243 npm start";
