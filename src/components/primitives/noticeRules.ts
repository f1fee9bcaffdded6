import { css } from "styled-components";
import { toneRules } from "../../theme/tones.js";
import { token } from "../../theme/tokens.js";

/** Notices, below a component's root. */
export const noticeRules = css`
  [data-part=notice] {
    ${toneRules}
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border: 1px solid var(--_edge, transparent);
    border-radius: ${token("radius-control")};
    background: var(--_bg);
    color: var(--_fg);
    font-size: 13px;
    line-height: 18px;
  }
  [data-part=notice][data-tone=neutral] { background: ${token("surface-2")}; color: ${token("muted")}; }
  [data-part=notice] > svg { flex: none; }
  [data-part=notice] strong { font-weight: 600; }
  [data-part=notice-text] { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  /* In one piece where there is room: its button does not stand on a line alone. */
  [data-part=reference] { display: inline-block; max-inline-size: 100%; }
  [data-part=notice-text] small { display: block; min-block-size: 18px; font-size: 12px; }
  [data-part=notice-actions] { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-start: 6px; }
  [data-part=notice] [data-part=link] { color: inherit; text-decoration: underline; text-underline-offset: 3px; }
`;
