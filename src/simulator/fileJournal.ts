/// <reference types="node" />
import { type FileHandle, mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { Journal, JournalEntry } from "./records.js";

/**
 * A journal in a file, one batch of entries a line, each synced to the disk before it counts. What a `kill -9` left
 * half-written at the end was never answered, and is dropped. At each start the file is rewritten without its past.
 */
export function fileJournal(path: string): Journal {
  let file: FileHandle | undefined;

  return {
    async load() {
      await mkdir(dirname(path), { recursive: true });
      const entries = compacted(parse(await read(path)));
      // Written beside and renamed: at every moment there is one whole journal.
      const fresh = await open(`${path}.new`, "w");
      if (entries.length > 0) await fresh.write(line(entries));
      await fresh.sync();
      await fresh.close();
      await rename(`${path}.new`, path);
      file = await open(path, "a");
      return entries;
    },
    async append(entries) {
      file ??= await open(path, "a");
      await file.write(line(entries));
      await file.datasync();
    },
    async close() {
      await file?.close();
      file = undefined;
    },
  };
}

const line = (entries: JournalEntry[]) => `${JSON.stringify(entries)}\n`;

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (failure) {
    if (failure instanceof Error && "code" in failure && failure.code === "ENOENT") return "";
    throw failure;
  }
}

function parse(text: string): JournalEntry[] {
  const lines = text.split("\n");
  // Behind the last line end is nothing, or what could not be finished.
  lines.pop();
  return lines.flatMap((each, index): JournalEntry[] => {
    try {
      return JSON.parse(each) as JournalEntry[];
    } catch (cause) {
      throw new Error(
        `react-stripe-connection: line ${index + 1} of the simulator's journal is damaged. Delete the file to start anew.`,
        { cause },
      );
    }
  });
}

function compacted(entries: JournalEntry[]): JournalEntry[] {
  const last = new Map(entries.map((entry) => [`${entry.table}/${entry.id}`, entry]));
  return [...last.values()].filter((entry) => entry.value !== null);
}
