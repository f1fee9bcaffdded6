import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { skeletonRules } from "../primitives/skeletonRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { contentRules } from "./contentRules.js";

/** In the host's dialog, which has the surface and the title. */
export const HostDialogScope = styled.div.withConfig({ componentId: "rsc-host-dialog" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
  ${contentRules}
  [data-part=actions] { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin-block-start: 20px; }
`;
