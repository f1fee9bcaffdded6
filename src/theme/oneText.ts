import type { css } from "styled-components";

/**
 * The rules as a single text, to stand alone in a styled template. styled-components joins the pieces of a template in
 * every render of every instance, and looks the result up by its text: 14 kB for a card. One piece is looked up as it is.
 * For rules without functions only, which ours are.
 */
export const oneText = (rules: ReturnType<typeof css>): string => rules.map(String).join("");
