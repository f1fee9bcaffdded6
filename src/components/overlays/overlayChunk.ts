import { createChunk } from "../chunks/createChunk.js";

/** Fetched when a pointer or the focus reaches the three dots, or a dialog opens. */
export const overlayChunk = createChunk(() => import("./overlayParts.js"), "ActionsMenu");
