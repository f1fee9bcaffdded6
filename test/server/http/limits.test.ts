import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MAX_REQUEST_BYTES } from "../../../src/core/protocol.js";
import * as limits from "../../../src/server/http/limits.js";

const page = readFileSync(new URL("../../../docs/limits.md", import.meta.url), "utf8");

const seconds = (ms: number) => `${ms / 1000} s`;
const minutes = (ms: number) => `${ms / 60_000} minutes`;
const kB = (bytes: number) => `${bytes / 1024} kB`;

describe("docs/limits.md says what holds", () => {
  test.each([
    ["Open streams of one tenant, on one instance", String(limits.TENANT_STREAMS)],
    ["Of these, for all viewers who can change nothing", String(limits.READER_STREAMS)],
    ["Of these, for one viewer", String(limits.VIEWER_STREAMS)],
    ["Life of a stream", `${minutes(limits.STREAM_MS)} ± 10 %`],
    ["Heartbeat", seconds(limits.HEARTBEAT_MS)],
    ["Unread bytes that a stream keeps", kB(limits.MAX_UNREAD_BYTES)],
    ["Until what is left of a complete answer is sent", seconds(limits.FLUSH_MS)],
    ["The same for a stream that was broken off", seconds(limits.BROKEN_OFF_MS)],
    [
      "Refreshes of one tenant's viewers who can change something, in a minute",
      String(limits.TENANT_REFRESHES_PER_MINUTE),
    ],
    ["Refreshes of its viewers who can change nothing, in a minute", String(limits.TENANT_REFRESHES_PER_MINUTE)],
    ["Of either, for one viewer", String(limits.VIEWER_REFRESHES_PER_MINUTE)],
    [
      "Sessions of sections for one tenant's viewers who can change something, in a minute",
      String(limits.TENANT_SECTION_SESSIONS_PER_MINUTE),
    ],
    [
      "Sessions of sections for its viewers who can change nothing, in a minute",
      String(limits.TENANT_SECTION_SESSIONS_PER_MINUTE),
    ],
    ["Sessions of sections, of either, for one viewer", String(limits.VIEWER_SECTION_SESSIONS_PER_MINUTE)],
    ["A webhook's body", kB(limits.MAX_WEBHOOK_BYTES)],
    ["A viewer's body", kB(MAX_REQUEST_BYTES)],
    ["Until a body has arrived", seconds(limits.BODY_MS)],
    [
      "Bodies that are arriving on one instance, webhooks and viewers' apart",
      `${limits.MAX_ARRIVING_BYTES / 1024 / 1024} MB, ${(limits.MAX_ARRIVING_BYTES / limits.MIN_ARRIVING_BYTES).toLocaleString("en")} bodies`,
    ],
    ["A webhook's time, before or after the server's clock", `${limits.WEBHOOK_TOLERANCE_S} s`],
    [
      "Webhooks with another time whose body is read, to check the clock",
      `${60_000 / limits.CLOCK_CHECK_MS} in a minute`,
    ],
  ])("%s: %s", (what, value) => {
    expect(page).toContain(`| ${what} | ${value} |`);
  });

  test("and how many lines the log gets", () => {
    expect(page).toContain(`write at most ${limits.LINES_PER_MINUTE} lines a minute`);
  });
});

test("R8 a heartbeat comes several times within the silence after which a page takes its stream for dead", () => {
  const source = readFileSync(new URL("../../../src/client/http/eventStream.ts", import.meta.url), "utf8");
  const silence = Number(/const SILENCE = ([\d_]+);/.exec(source)?.[1]?.replaceAll("_", ""));
  expect(silence).toBeGreaterThanOrEqual(5 * limits.HEARTBEAT_MS);
  expect(limits.HEARTBEAT_MS).toBeLessThanOrEqual(8_000);
  expect(page).toContain(`pages take a stream for dead after ${seconds(silence)} of silence`);
});
