import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { skeletonRules } from "../primitives/skeletonRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { token } from "../../theme/tokens.js";

/** The same shape as the region that comes in its place. */
export const OnboardingShell = styled.section.withConfig({ componentId: "rsc-onboarding-shell" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
  display: grid;
  gap: 16px;

  [data-part=header] { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 16px; }
  [data-part=title] { margin: 0; border-radius: 4px; font-size: 14px; font-weight: 600; line-height: 20px; }
  [data-part=waiting] { display: grid; gap: 14px; padding: 20px; border: 1px solid ${token("border")}; border-radius: 10px; }
  [data-shape=line] { inline-size: 45%; block-size: 16px; }
  [data-shape=field] { block-size: 40px; border-radius: ${token("radius-control")}; }
`;
