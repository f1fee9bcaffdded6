import type { ComponentType } from "react";
import type { HostComponents } from "../primitives/HostComponents.js";
import { createChunk, type Chunk } from "../chunks/createChunk.js";
import type { DisconnectAlertProps } from "../DisconnectDialog/dialogProps.js";

type OurMenu = Pick<typeof import("./overlayParts.js"), "ActionsMenu">;
/** The host's menu needs no code of ours. */
export type OverlayParts = { DisconnectAlert: ComponentType<DisconnectAlertProps> } & Partial<OurMenu>;

/** Fetched when a pointer or the focus reaches the three dots, or a dialog opens. */
const overlayChunk: Chunk<OverlayParts> = createChunk(() => import("./overlayParts.js"), "ActionsMenu");
/** The words of the dialog, without the library that ours stands on. */
const hostDialogChunk: Chunk<OverlayParts> = createChunk(() => import("./hostDialogPart.js"), "DisconnectAlert");

export const overlaysFor = ({ Dialog }: HostComponents): Chunk<OverlayParts> =>
  Dialog ? hostDialogChunk : overlayChunk;
