import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packs what was built, and puts it into a host's node_modules as npm does. */
export async function installTarball(host: string): Promise<void> {
  const installed = join(host, "node_modules/react-stripe-connection");
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed, { recursive: true });
  const packed = await mkdtemp(join(tmpdir(), "rsc-packed-"));
  try {
    const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", packed];
    const { stdout } = await run("npm", pack, { cwd: root });
    const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [{ filename: string }];
    await run("tar", ["-xzf", join(packed, filename), "-C", installed, "--strip-components=1"]);
  } finally {
    await rm(packed, { recursive: true });
  }
}
