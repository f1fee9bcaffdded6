import { css } from "styled-components";
import { token } from "../../theme/tokens.js";

/** What stands around an element of Stripe's, or in its place, below a component's root. */
export const stripeFormRules = css`
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
