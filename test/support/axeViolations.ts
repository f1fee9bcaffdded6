import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe knows to be wrong in the page, each with the state of the wall that it is in. */
export async function axeViolations(): Promise<string[]> {
  // What is half faded in has half its contrast.
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
  // Base UI's guards take the focus only to hand it on at once, which axe can't know.
  const context = { include: [["body"]] };
  const { violations } = await axe.run(context as axe.ElementContext, {
    runOnly: { type: "tag", values: TAGS },
    resultTypes: ["violations"],
    elementRef: true,
    // A test page is no page: these are about what is around a component.
    rules: {
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "landmark-one-main": { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ element }) => !(id === "color-contrast" && element && isDrawnInThePersonsColours(element)))
      .map(({ html, element, any }) => {
        const shown = element?.closest<HTMLElement>("[data-shown]")?.dataset["shown"] ?? "page";
        return `${shown}: ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`;
      }),
  );
}

/** Where colours are forced, axe holds the background that is drawn against the letters' colour that is not. */
function isDrawnInThePersonsColours(element: Element): boolean {
  const areForced = window.matchMedia("(forced-colors: active)").matches;
  return areForced && getComputedStyle(element).getPropertyValue("forced-color-adjust") !== "none";
}
