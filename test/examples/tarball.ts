import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packTarball } from "./exampleApp.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The package as npm gives it to a host. */
    tarball: string;
  }
}

/** One tarball for all examples. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "rsc-tarball-"));
  project.provide("tarball", await packTarball(folder));
  return () => rm(folder, { recursive: true });
}
