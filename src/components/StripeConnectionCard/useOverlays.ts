"use client";
import { useCallback, useState } from "react";
import type { ConnectionSettings } from "../../react/context.js";
import { type ChunkState, useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";
import { overlayChunk } from "../overlays/overlayChunk.js";
import type { MenuIntent } from "../overlays/ActionsMenu.js";

type OverlayParts = Awaited<ReturnType<typeof overlayChunk.load>>;

export interface Overlays extends ChunkState<OverlayParts> {
  /** What was asked of the three dots before the menu was here. */
  intent: MenuIntent | null;
  /** The menu is asked for and here: its own trigger stands in the card. */
  isMenuMounted: boolean;
  /** Somebody may need the menu soon. */
  want: () => void;
  /** Somebody asked for the menu. */
  press: (intent: MenuIntent) => void;
  /** The menu did what was asked. */
  taken: () => void;
}

/** Menu and dialog of one card: fetched on intent, mounted never before. */
export function useOverlays(settings: ConnectionSettings): Overlays {
  const [isWanted, setWanted] = useState(false);
  const [intent, setIntent] = useState<MenuIntent | null>(null);
  const chunk = useChunk(overlayChunk, isWanted, useChunkFailure(settings));
  const { hasFailed, retry } = chunk;

  const want = useCallback(() => setWanted(true), []);
  const [wasAsked, setWasAsked] = useState(false);
  const taken = useCallback(() => setIntent(null), []);
  const press = useCallback(
    (asked: MenuIntent) => {
      setWanted(true);
      setIntent(asked);
      setWasAsked(true);
      if (hasFailed) retry();
    },
    [hasFailed, retry],
  );
  return { ...chunk, intent, isMenuMounted: wasAsked && chunk.part !== null, want, press, taken };
}
