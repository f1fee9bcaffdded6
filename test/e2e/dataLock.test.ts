import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { lockData } from "../../stories/demo/server/dataLock.js";
import { runToItsEnd } from "./startDemo.js";

// For the test of port 80, on which only some may listen.
vi.mock(import("node:net"), { spy: true });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "acme-lock-"));
  return () => rm(folder, { recursive: true, force: true });
});

const lockOf = (owner: object) => writeFile(join(folder, "demo.lock"), JSON.stringify(owner));
const owner = async (): Promise<unknown> => JSON.parse(await readFile(join(folder, "demo.lock"), "utf8"));

describe("the data of a demo", () => {
  let other: Server;
  let origin: string;
  beforeEach(async () => {
    other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterEach(() => void other.close());

  it("are the first one's, and the second is told where that is", async () => {
    await lockOf({ pid: process.ppid, origin });
    await expect(lockData(folder)).rejects.toThrow(`already running at ${origin} with the data in ${folder}`);
    expect(await owner()).toEqual({ pid: process.ppid, origin });
  });

  it("are the first one's as well where that is at port 80", async () => {
    const { port } = other.address() as AddressInfo;
    vi.mocked(connect).mockImplementationOnce(() => connect({ host: "127.0.0.1", port }));
    await lockOf({ pid: process.ppid, origin: "http://127.0.0.1:80" });
    await expect(lockData(folder)).rejects.toThrow("already running at http://127.0.0.1:80 with");
    expect(connect).toHaveBeenCalledWith({ host: "127.0.0.1", port: 80 });
  });

  it("are refused as well where the first has not begun to listen", async () => {
    await lockOf({ pid: process.ppid });
    await expect(lockData(folder)).rejects.toThrow("already running with the data in");
  });

  it.each([
    ["the process is gone", () => ({ pid: 2 ** 30, origin })],
    ["another program has its number now", () => ({ pid: process.ppid, origin: "http://127.0.0.1:1" })],
    ["it broke off in the middle of a word", () => ({ pi: 1 })],
  ])("are taken over after a kill, where %s", async (_, left) => {
    await lockOf(left());
    const lock = await lockData(folder);
    lock.servesAt("http://127.0.0.1:9");
    expect(await owner()).toEqual({ pid: process.pid, origin: "http://127.0.0.1:9" });
  });
});

it("a second npm start on the same data ends with a sentence, and the first goes on", async () => {
  const first = inject("demoOrigin");
  const { code, text } = await runToItsEnd({ PORT: "0", DATA_DIR: inject("demoDataDir") });
  expect(code).not.toBe(0);
  expect(text).toContain(`already running at ${first}`);
  expect(text).not.toContain("    at ");
  expect((await fetch(first)).status).toBe(200);
});
