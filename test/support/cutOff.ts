/** For screen readers only: cut off on purpose. */
const HIDDEN = '[data-part="announcer"], [data-part="hidden"], [data-part="bar"]';

/** Text that does not fit into what it stands in, or stands out of the card, the menu or the dialog. */
export function cutOff(within: ParentNode): string[] {
  return [...within.querySelectorAll<HTMLElement>("[data-rsc] *, [role=menu] *")]
    .filter((element) => !element.closest(HIDDEN) && element.getClientRects().length > 0)
    .flatMap((element) => {
      const texts = [...element.childNodes].filter(
        ({ nodeType, data }: ChildNode & { data?: string }) => nodeType === 3 && data,
      );
      if (texts.length === 0) return [];
      const root = element.closest("[role=menu], [role=alertdialog], [data-rsc=connection-card]");
      if (!root) return [];
      const edge = root.getBoundingClientRect();
      // Its own texts: each element in it is looked at by itself, and what is hidden is not.
      const shown = texts.flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      });
      const style = getComputedStyle(element);
      // A long name ends in an ellipsis, and is whole in the title and in the dialog.
      const isShortened = style.textOverflow === "ellipsis";
      const isCut =
        (!isShortened && style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) ||
        (style.overflowY !== "visible" &&
          style.overflowY !== "auto" &&
          element.scrollHeight > element.clientHeight + 1);
      const isOut = !isShortened && shown.some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1);
      return isCut || isOut ? [`${isCut ? "cut" : "out"}: ${element.outerHTML.slice(0, 120)}`] : [];
    });
}
