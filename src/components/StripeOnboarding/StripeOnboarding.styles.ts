import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { skeletonRules } from "../primitives/skeletonRules.js";
import { stripeFormRules } from "../primitives/stripeFormRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { widthRules } from "../../theme/widthRules.js";

/** No contain, transform, filter or overflow here or above: Stripe's overlays are fixed to the window. */
export const OnboardingRegion = styled.div.withConfig({ componentId: "rsc-onboarding" })`
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
  &&::after, > [data-part="header"] { grid-area: 1 / 1; }

  [data-part="header"] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }
  [data-part="title"] { margin: 0; border-radius: 4px; font-size: 14px; line-height: 20px; font-weight: 600; }
  /* With nothing to say Stripe draws nothing, and nothing is kept free for it. */
  [data-part="banner"][data-state="says"] { margin-block-end: 16px; }
`;
