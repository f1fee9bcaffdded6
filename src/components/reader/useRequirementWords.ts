"use client";
import type { ConnectionSettings } from "../../react/context.js";
import type { RequirementMessages } from "../../messages/messages.js";
import { type Chunk, createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";

type Load = () => Promise<RequirementMessages>;

const chunks = new WeakMap<Load, Chunk<RequirementMessages>>();

function chunkOf(load: Load): Chunk<RequirementMessages> {
  const known = chunks.get(load) ?? createChunk(load);
  chunks.set(load, known);
  return known;
}

/** The words that explain requirements, fetched with the first one. Until then, and where it fails, rows keep their titles. */
export function useRequirementWords(settings: ConnectionSettings, isNeeded: boolean): RequirementMessages | null {
  const { part } = useChunk(chunkOf(settings.messages.requirements), isNeeded, useChunkFailure(settings));
  return part;
}
