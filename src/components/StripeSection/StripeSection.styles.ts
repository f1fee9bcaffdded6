import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { skeletonRules } from "../primitives/skeletonRules.js";
import { stripeFormRules } from "../primitives/stripeFormRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { token } from "../../theme/tokens.js";
import { widthRules } from "../../theme/widthRules.js";

/** No contain, transform, filter or overflow here or above while it is shown: Stripe's overlays are fixed to the window. */
export const SectionRegion = styled.div.withConfig({ componentId: "rsc-section" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
  ${stripeFormRules}
  display: grid;
  gap: 16px;
  min-inline-size: 0;
  ${widthRules}
  /* In the same row, so that there is no gap before it. */
  &&::after, > :first-child { grid-area: 1 / 1; }
  /* Takes the focus from a button that goes away with its press. */
  && { outline: none; }
  &&:focus-visible { outline: 2px solid ${token("focus")}; outline-offset: 2px; }
  [data-part="sentence"] { margin: 0; color: ${token("muted")}; }
  /* Stripe's frame has to load, so it is there. Out of the flow it takes no gap of the host's either. */
  &[data-quiet] {
    position: absolute;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }
`;
