import { css, styled } from "styled-components";
import { widthRules } from "../../../theme/widthRules.js";
import { oneText } from "../../../theme/oneText.js";
import { buttonRules } from "../../primitives/buttonRules.js";
import { noticeRules } from "../../primitives/noticeRules.js";
import { skeletonRules } from "../../primitives/skeletonRules.js";
import { hiddenRules } from "../../primitives/hiddenRules.js";
import { rootRules } from "../../../theme/rootRules.js";
import { token } from "../../../theme/tokens.js";
import { bodyRules } from "./body.styles.js";
import { checklistRules } from "./checklist.styles.js";
import { headRules } from "./head.styles.js";
import { lookRules } from "./look.styles.js";

/**
 * The card's root. No containment, transform, filter or clipping on it: Stripe's form opens inside. Its parts are the
 * containers that their rules ask for the width.
 */
export const CardRoot = styled.div.withConfig({ componentId: "rsc-card" })`${oneText(css`
  ${rootRules}
  position: relative;
  inline-size: 100%;
  min-inline-size: 0;
  border: 1px solid ${token("border")};
  border-radius: ${token("radius")};
  background: ${token("surface")};
  box-shadow: 0 1px 2px ${token("shadow-near")}, 0 1px 1px ${token("shadow-near")};
  overflow-wrap: break-word;
  ${widthRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
  ${hiddenRules}
  ${headRules}
  ${bodyRules}
  ${checklistRules}
  ${lookRules}
`)}`;
