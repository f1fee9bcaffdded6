import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";
import { type FaultResult, faultIds, REPORT } from "./faultIds.mjs";

/** Keeps how the tests of faults went, for `npm run faults`. A run of some replaces what was known of those. */
export default class FaultsReporter implements Reporter {
  #root = "";

  onInit({ config }: Vitest): void {
    this.#root = config.root;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const ran = modules.flatMap((module) => this.#resultsOf(module));
    // Left out by `-t`: what was known of it still holds. What is not there any more does not.
    const leftOut = new Set(ran.filter(({ state }) => state === "skipped").map(keyOf));
    const replaced = new Set(modules.map((module) => this.#placeOf(module)).map(placeKeyOf));
    const kept = (await read()).filter((one) =>
      replaced.has(placeKeyOf(one)) ? leftOut.has(keyOf(one)) : existsSync(`${this.#root}/${one.file}`),
    );
    await mkdir(new URL(".", REPORT), { recursive: true });
    const draft = new URL(`faults.${process.pid}.json`, REPORT);
    await writeFile(draft, JSON.stringify([...kept, ...ran.filter(({ state }) => state !== "skipped")]));
    // Whole or not at all: another run may be reading it.
    await rename(draft, REPORT);
  }

  #placeOf({ moduleId, project }: TestModule) {
    return { file: moduleId.replace(`${this.#root}/`, ""), project: project.name };
  }

  #resultsOf(module: TestModule) {
    const place = this.#placeOf(module);
    return [...module.children.allTests()]
      .map((test) => {
        const { state } = test.result();
        const known = state === "passed" || state === "failed" ? state : ("skipped" as const);
        return { ...place, ...titleOf(test), state: known };
      })
      .filter(({ ids }) => ids.length > 0);
  }
}

/** The ids may stand in the title of the group that a test is in. */
function titleOf(test: TestCase): Pick<FaultResult, "ids" | "title"> {
  const names = [test.name];
  for (let { parent } = test; parent.type === "suite"; parent = parent.parent) names.unshift(parent.name);
  const withIds = names.filter((name) => faultIds(name).length > 0);
  const title = [...new Set([...withIds, test.name])].join(" › ");
  return { ids: [...new Set(withIds.flatMap(faultIds))], title };
}

type Place = Pick<FaultResult, "file" | "project">;
const placeKeyOf = ({ file, project }: Place) => `${project} ${file}`;
const keyOf = (one: Place & Pick<FaultResult, "title">) => `${placeKeyOf(one)} ${one.title}`;

async function read(): Promise<FaultResult[]> {
  try {
    return JSON.parse(await readFile(REPORT, "utf8")) as FaultResult[];
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}
