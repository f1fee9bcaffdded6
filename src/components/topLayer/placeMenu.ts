/** Between the trigger and its menu. px */
const GAP = 4;
/** Between the menu and the edge of the window. px */
const EDGE = 8;

/** Puts the menu below its trigger, or above where there is more room, with their inline ends in line. */
export function placeMenu(menu: HTMLElement, trigger: HTMLElement, dir: "ltr" | "rtl"): void {
  const view = menu.ownerDocument.defaultView;
  if (!view) return;
  const { style } = menu;
  // Rectangles are in pixels of the window; a length in a style is enlarged by CSS `zoom`.
  const zoom = menu.currentCSSZoom ?? 1;
  const px = (length: number) => `${length / zoom}px`;
  const at = trigger.getBoundingClientRect();

  const below = view.innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  style.maxBlockSize = "";
  const isBelow = menu.offsetHeight * zoom <= below || below >= above;
  style.maxBlockSize = px(Math.max(isBelow ? below : above, 0));
  style.insetBlock = isBelow ? `${px(at.bottom + GAP)} auto` : `auto ${px(view.innerHeight - at.top + GAP)}`;

  style.insetInline = "auto 0";
  const atEnd = menu.getBoundingClientRect();
  const [toTrigger, toEdge] =
    dir === "rtl"
      ? [at.left - atEnd.left, view.innerWidth - atEnd.right - EDGE]
      : [atEnd.right - at.right, atEnd.left - EDGE];
  style.insetInline = `auto ${px(Math.max(EDGE, Math.min(toTrigger, toEdge)))}`;
}
