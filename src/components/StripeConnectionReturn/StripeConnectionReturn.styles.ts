import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { token } from "../../theme/tokens.js";

export const ReturnRegion = styled.div.withConfig({ componentId: "rsc-return" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  display: grid;
  gap: 16px;
  justify-items: start;

  [data-part="title"] { margin: 0; border-radius: 4px; font-size: 15px; line-height: 20px; font-weight: 600; }
  [data-part="sentence"] { display: flex; gap: 8px; align-items: center; margin: 0; }
  [data-part="notice"] { inline-size: 100%; }
  [data-part="actions"] { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  [data-part="reference"] { margin: 0; color: ${token("muted")}; font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
`;
