/** What says how an element looks and where it is. `place` is its box, measured from the root. */
export type Look = Record<string, string>;

const sides = (property: string) => ["top", "right", "bottom", "left"].map((side) => property.replace("*", side));

const PROPERTIES = [
  ..."display position float clear z-index box-sizing visibility opacity overflow-x overflow-y appearance".split(" "),
  ..."width height min-width min-height max-width max-height vertical-align clip-path".split(" "),
  ...["margin-*", "padding-*", "border-*-width", "border-*-style", "border-*-color"].flatMap(sides),
  ..."border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius".split(" "),
  ..."outline-style outline-width outline-offset box-shadow background-color background-image".split(" "),
  ..."transform translate scale rotate filter backdrop-filter mix-blend-mode".split(" "),
  ..."flex-direction flex-wrap flex-grow flex-shrink flex-basis order align-items align-self justify-content".split(
    " ",
  ),
  ..."justify-items justify-self grid-template-columns row-gap column-gap column-count".split(" "),
  ..."color font-family font-size font-style font-weight font-variant line-height letter-spacing word-spacing".split(
    " ",
  ),
  ..."text-align text-indent text-transform text-shadow text-decoration-line text-decoration-style hyphens".split(" "),
  ..."white-space word-break overflow-wrap text-overflow content list-style-type list-style-position".split(" "),
  ..."cursor pointer-events user-select fill stroke stroke-width stroke-linecap stroke-linejoin".split(" "),
];

/** A path has no box and no text. */
const DRAWN =
  "display visibility opacity transform filter fill stroke stroke-width stroke-linecap stroke-linejoin".split(" ");
const isDrawing = (element: Element) => element instanceof SVGElement && !(element instanceof SVGSVGElement);

/** By name, for `root` and everything in it, and for what stands before and after their content. */
export function computedLook(root: Element): Map<string, Look> {
  const origin = root.getBoundingClientRect();
  const looks = new Map<string, Look>();
  for (const [index, element] of [root, ...root.querySelectorAll("*:not(option)")].entries()) {
    const name = `${index} ${nameOf(element, root)}`;
    const { left, top, width, height } = element.getBoundingClientRect();
    const place = [left - origin.left, top - origin.top, width, height].map((px) => px.toFixed(1)).join(" ");
    looks.set(name, { ...lookOf(getComputedStyle(element), isDrawing(element) ? DRAWN : PROPERTIES), place });
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (style.content !== "none" && style.content !== "normal")
        looks.set(`${name}${pseudo}`, lookOf(style, PROPERTIES));
    }
  }
  return looks;
}

/** A border without a width has no look. */
function lookOf(style: CSSStyleDeclaration, properties: readonly string[]): Look {
  const isSeen = (property: string) => {
    const border = /^(border-\w+|outline)-(style|color|width|offset)$/.exec(property)?.[1];
    return (
      !border ||
      (style.getPropertyValue(`${border}-width`) !== "0px" && style.getPropertyValue(`${border}-style`) !== "none")
    );
  };
  return Object.fromEntries(properties.filter(isSeen).map((property) => [property, style.getPropertyValue(property)]));
}

function nameOf(element: Element, root: Element): string {
  const own = element.getAttribute("data-part") ?? element.getAttribute("data-rsc") ?? element.localName;
  return element === root || !element.parentElement ? own : `${nameOf(element.parentElement, root)} > ${own}`;
}

/** Each property that is not as it was: `3 card > head: display block → flex`. */
export function changes(before: Map<string, Look>, after: Map<string, Look>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (!was || !is) return [`${name}: ${is ? "is new" : "is gone"}`];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((property) => was[property] !== is[property])
      .map((property) => `${name}: ${property} ${was[property]} → ${is[property]}`);
  });
}
