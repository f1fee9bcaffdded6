import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { type FaultResult, faultIds, REPORT } from "./faultIds.mjs";

/** Keeps how the tests of faults went, for `npm run faults`. A run of some files replaces what was known of those. */
export default class FaultsReporter implements Reporter {
  #root = "";

  onInit({ config }: Vitest): void {
    this.#root = config.root;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const ran = modules.map((module) => this.#resultsOf(module)).filter(({ wasFiltered }) => !wasFiltered);
    const replaced = new Set(ran.map(({ key }) => key));
    const kept = (await read()).filter(
      ({ file, project }) => !replaced.has(`${project} ${file}`) && existsSync(`${this.#root}/${file}`),
    );
    await mkdir(new URL(".", REPORT), { recursive: true });
    const draft = new URL(`faults.${process.pid}.json`, REPORT);
    await writeFile(draft, JSON.stringify([...kept, ...ran.flatMap(({ results }) => results)]));
    // Whole or not at all: another run may be reading it.
    await rename(draft, REPORT);
  }

  #resultsOf(module: TestModule) {
    const file = module.moduleId.replace(`${this.#root}/`, "");
    const project = module.project.name;
    const results: FaultResult[] = [];
    let wasFiltered = false;
    for (const { name, result } of titled(module)) {
      const { state } = result;
      // Left out by `-t`: what was known of it still holds.
      if (state === "passed" || state === "failed") {
        results.push({ ids: faultIds(name), title: name, file, project, state });
      } else wasFiltered = true;
    }
    return { key: `${project} ${file}`, results, wasFiltered };
  }
}

function* titled(module: TestModule) {
  for (const test of module.children.allTests()) {
    if (faultIds(test.name).length > 0) yield { name: test.name, result: test.result() };
  }
}

async function read(): Promise<FaultResult[]> {
  try {
    return JSON.parse(await readFile(REPORT, "utf8")) as FaultResult[];
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}
