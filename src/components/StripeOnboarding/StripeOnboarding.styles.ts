import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { skeletonRules } from "../primitives/skeletonRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { widthRules } from "../../theme/widthRules.js";
import { token } from "../../theme/tokens.js";

/** No contain, transform, filter or overflow here or above: Stripe's overlays are fixed to the window. */
export const OnboardingRegion = styled.div.withConfig({ componentId: "rsc-onboarding" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
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
  [data-part="hint"] { margin: 0; color: ${token("muted")}; font-size: 13px; line-height: 18px; }
  [data-part="actions"] { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  [data-part="reference"] { margin: 0; color: ${token("muted")}; font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
  [data-part="details"] {
    margin: 0;
    padding: 10px 12px;
    border-radius: ${token("radius-control")};
    background: ${token("surface-2")};
    font-size: 12px;
    line-height: 16px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: all;
  }
  [data-part="form"] { min-inline-size: 0; }
  /* With nothing to say Stripe draws nothing, and nothing is kept free for it. */
  [data-part="banner"][data-state="says"] { margin-block-end: 16px; }
  [data-part="waiting"] {
    display: grid;
    gap: 14px;
    padding: 20px;
    border: 1px solid ${token("border")};
    border-radius: 10px;
  }
  [data-shape="line"] { inline-size: 45%; block-size: 16px; }
  [data-shape="text"] { inline-size: 80%; }
  [data-shape="field"] { block-size: 40px; border-radius: ${token("radius-control")}; }
`;
