import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { files, folderOf, reachedFrom } from "../support/importGraph.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const PAGE = ["index.ts", "headless.ts"];
const SERVER = [
  "server/index.ts",
  "server/node/index.ts",
  "server/store/postgres/postgresStore.ts",
  "simulator/index.ts",
  "cli/main.ts",
];

/** Files of core/ that one side alone reaches, and why they are there. */
const ONE_SIDED = {
  "core/events.ts": "page only: what `onEvent` is called with, in the words of connection.ts and errors.ts",
  "core/waitingOn.ts": "server only: the rule of a Connection's `waitingOn`, which server, stripe and testing share",
};

describe("core/", () => {
  test("uses the language alone: no DOM, no Node, no timer", async () => {
    const said = await promisify(execFile)(
      "node_modules/.bin/tsc",
      ["-p", "test/architecture/tsconfig.core.json", "--pretty", "false"],
      { cwd: root },
    ).then(
      () => "",
      (failure: Error & { stdout: string }) => failure.stdout || failure.message,
    );
    expect(said).toBe("");
  });

  test("is what page and server share: both reach every file of it", () => {
    const reachedByPage = new Set(PAGE.flatMap((entry) => [...reachedFrom(entry)]));
    // The simulator and the command line import the page's client: what it reaches is not needed by a server.
    const withoutClient = (file: string) => folderOf(file) !== "client";
    const reachedByServer = new Set(SERVER.flatMap((entry) => [...reachedFrom(entry, withoutClient)]));
    const core = files.filter((file) => folderOf(file) === "core");
    expect(core.length).toBeGreaterThan(5);
    const oneSided = core.filter((file) => !reachedByPage.has(file) || !reachedByServer.has(file));
    expect(oneSided.toSorted()).toEqual(Object.keys(ONE_SIDED).toSorted());
  });
});
