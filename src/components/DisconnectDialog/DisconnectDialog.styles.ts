import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { rootRules } from "../../theme/rootRules.js";

/** Where the dialog is put: in the page's flow and empty, so that theme, direction and shadow root hold. */
export const DialogScope = styled.div.withConfig({ componentId: "rsc-dialog-scope" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  > [data-part=notice] { margin: 0 20px 20px; }
`;
