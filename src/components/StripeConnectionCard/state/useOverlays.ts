"use client";
import { useCallback, useState } from "react";
import type { HostComponents } from "../../primitives/HostComponents.js";
import type { ConnectionSettings } from "../../../react/context.js";
import { type ChunkState, useChunk } from "../../chunks/useChunk.js";
import { useChunkFailure } from "../../chunks/useChunkFailure.js";
import { overlaysFor, type OverlayParts } from "../../overlays/overlayChunk.js";
import type { MenuIntent } from "../../ActionsMenu/ActionsMenu.js";

export interface Overlays extends Omit<ChunkState<OverlayParts>, "failures"> {
  /** Attempts that failed since somebody asked for the menu. */
  failures: number;
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

/** The menu of one card: its code is fetched on intent, and brings the dialog's along. */
export function useOverlays(settings: ConnectionSettings, components: HostComponents): Overlays {
  const [isWanted, setWanted] = useState(false);
  const [intent, setIntent] = useState<MenuIntent | null>(null);
  const chunk = useChunk(overlaysFor(components), isWanted, useChunkFailure(settings));
  const { failures, retry } = chunk;

  const want = useCallback(() => setWanted(true), []);
  // What failed before anybody asked was only meant to be quick.
  const [askedAfter, setAskedAfter] = useState<number | null>(null);
  const taken = useCallback(() => setIntent(null), []);
  const press = useCallback(
    (asked: MenuIntent) => {
      setWanted(true);
      setIntent(asked);
      setAskedAfter(failures);
      if (failures > 0) retry();
    },
    [failures, retry],
  );
  return {
    ...chunk,
    failures: askedAfter === null ? 0 : Math.max(0, failures - askedAfter),
    intent,
    isMenuMounted: askedAfter !== null && chunk.part !== null,
    want,
    press,
    taken,
  };
}
