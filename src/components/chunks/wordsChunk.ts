import { type Chunk, createChunk } from "./createChunk.js";

const chunks = new WeakMap<() => Promise<object>, Chunk<object>>();

/** Words that are a file of their own, fetched once for all who want them. */
export function wordsChunk<T extends object>(load: () => Promise<T>): Chunk<T> {
  const known = chunks.get(load) ?? createChunk(load);
  chunks.set(load, known);
  // What `load` resolves to is what its chunk holds.
  return known as Chunk<T>;
}
