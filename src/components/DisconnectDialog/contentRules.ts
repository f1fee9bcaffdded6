import { css } from "styled-components";
import { token } from "../../theme/tokens.js";

/** What stands in the dialog, ours or the host's. */
export const contentRules = css`
  [data-part=button][data-variant=danger] { background: ${token("danger")}; color: ${token("on-danger")}; }
  [data-part=button][data-variant=danger]:hover { background: ${token("danger-hover")}; }
  [data-part=description] { margin: 0; color: ${token("muted")}; }
  [data-part=stops] { margin: 12px 0 0; padding: 0; padding-inline-start: 18px; color: ${token("text")}; list-style: disc; }
  [data-part=stops] li { margin-block: 4px; }
  [data-part=account] {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin: 16px 0 0;
    padding: 10px 12px;
    border: 1px solid ${token("border")};
    border-radius: ${token("radius-control")};
    font-size: 13px;
    line-height: 18px;
  }
  [data-part=account] b { font-weight: 500; overflow-wrap: anywhere; }
  [data-part=account] code { color: ${token("muted")}; font: inherit; overflow-wrap: anywhere; }
  [data-part=account] small { flex-basis: 100%; color: ${token("muted")}; font-size: inherit; }
  [data-part=notice] { margin-block-start: 16px; }
  [data-part=notice] ul { margin: 4px 0 0; padding: 0; padding-inline-start: 16px; }
  /* One alone is no list to look at. */
  [data-part=notice] ul:has(> :only-child) { margin: 0; padding: 0; list-style: none; }
  [data-part=loading] { display: grid; gap: 10px; margin-block: 16px 0; }
  [data-shape=line] { inline-size: 80%; }
  [data-shape=short-line] { inline-size: 55%; }
`;
