import { css } from "styled-components";

/**
 * Matches everything, and weighs as much as eight element names. With one class before it a rule goes before every rule
 * of a host that has one class, attribute or pseudo-class (`[role=group]`, `.content p`, `select:not([multiple])`), in
 * whatever order the sheets stand; and behind every rule with two, which ours and those that a host writes for our parts
 * have (`[data-rsc] [data-part=facts]`).
 */
export const FIRM = ":not(x x x x x x x x)";

/** Every element of ours below a root. What a host puts into a slot, a button of its own and Stripe's form are not. */
const OURS = `:where(${[
  // A part with a class is the root of a component of ours.
  "[data-part]:not([class])",
  // Parts in which everything is ours.
  `:is(${["needs", "field", "rows", "facts", "parts", "stripe-says", "stops", "account", "loading", "menu"]
    .map((part) => `[data-part=${part}]`)
    .join()}) :not([class], svg, path)`,
  // A text that has an element of its own.
  `:is(${["lead", "button", "link", "disclosure", "notice-text", "description", "sentence", "quiet"]
    .map((part) => `[data-part=${part}]`)
    .join()}) > span`,
  // Parts that a button of the host's can stand in.
  "[data-part=lead] > small",
  "[data-part=item] > small",
  "[data-part=notice-text] > :is(strong, small, bdi, ul)",
  "[data-part=notice-text] > ul *",
  "[data-part=reference] > :is(bdi, span)",
  "[data-part=reason] > :is(b, bdi, time, p)",
  "[data-part=reason] > :is(b, p) > bdi",
].join()})`;

/**
 * What the page's rules say about elements as such is taken back: ours look as they do on a page without rules. A root
 * itself is the host's to place: there only what our parts would inherit is set.
 */
export const resetRules = css`
  &${FIRM} {
    hyphens: manual;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-spacing: normal;
  }
  &${FIRM}::before, &${FIRM}::after { all: revert; }
  /* A surface in the top layer. A page's transition for everything would let it fly in from where it is not. */
  :where(&:is(dialog, [popover]))${FIRM} { all: revert; }
  &:is(dialog, [popover], [role=menu], [role=alertdialog]) { outline: none; transition: none !important; }

  ${OURS}${FIRM} { all: revert; box-sizing: border-box; }
  ${OURS}${FIRM}::before, ${OURS}${FIRM}::after, ${OURS}${FIRM}::marker { all: revert; }

  /* What an attribute says is taken back, too: that a line is hidden, in Chromium, and how a drawing is drawn. */
  :where(li[hidden])${FIRM} { display: none; }
  :where([data-icon])${FIRM} {
    all: revert;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  ${[16, 18, 22].map((size) => `[data-icon][width="${size}"] { inline-size: ${size}px; block-size: ${size}px; }`).join("\n")}
  [data-icon=dots] { stroke-width: 3; }
  :where([data-icon]) path${FIRM} {
    display: inline;
    fill: inherit;
    stroke: inherit;
    stroke-width: inherit;
    stroke-linecap: inherit;
    stroke-linejoin: inherit;
    stroke-dasharray: none;
    opacity: 1;
    transform: none;
    filter: none;
  }
`;
