// `npm run example -- vite-express`: builds and starts one with the package as it is built, beside the simulator.
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleNames, openExample, packTarball } from "./exampleApp.js";

const [name = ""] = process.argv.slice(2);
if (!exampleNames().includes(name)) {
  throw new Error(`Name an example: npm run example -- ${exampleNames().join(" | ")}`);
}
const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
const folder = await mkdtemp(join(tmpdir(), "rsc-tarball-"));
const app = await openExample(name, await packTarball(folder));
try {
  console.log(`Building ${app.folder}`);
  await app.script("build");
  const server = app.start("start");
  console.log(`Open ${await app.page()}. Ctrl+C ends it and deletes the copy.`);
  const ended = await Promise.race([server.closed.then(() => server.printed()), stopped.then(() => "")]);
  if (ended !== "") console.error(ended);
  await server.stop();
} finally {
  await app.remove();
  await rm(folder, { recursive: true });
}
