import type { TestProject } from "vitest/node";
import { startDemo } from "./startDemo.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a demo that no test may kill. */
    demoOrigin: string;
    demoDataDir: string;
  }
}

/** One start for all files that don't need a demo of their own: each browser is an organisation, and they share no more. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo();
  project.provide("demoOrigin", demo.origin);
  project.provide("demoDataDir", demo.dataDir);
  return () => demo.stop();
}
