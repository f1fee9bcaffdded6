import { css, styled } from "styled-components";
import { oneText } from "../../theme/oneText.js";
import { MORE_TONES, moreContrast, toneRules } from "../../theme/tones.js";

/** The mark has another shape for each tone, so that colour never says it alone. */
export const BadgeRoot = styled.span.withConfig({ componentId: "rsc-badge" })`${oneText(css`
  ${toneRules}
  ${moreContrast(MORE_TONES)}
  display: inline-flex;
  align-items: center;
  gap: 6px;
  box-sizing: border-box;
  padding-block: 3px;
  padding-inline: 7px 9px;
  border: 1px solid var(--_edge, transparent);
  border-radius: 999px;
  background: var(--_bg);
  color: var(--_fg);
  font-size: 12.5px;
  font-weight: 500;
  line-height: 16px;
  letter-spacing: 0;
  text-shadow: none;
  text-transform: none;
  white-space: nowrap;

  && > * { all: revert; box-sizing: border-box; }
  [data-part=dot] {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    forced-color-adjust: none;
  }
  @media (forced-colors: active) { [data-part=dot] { --_edge: CanvasText; } }
  &[data-tone=neutral] [data-part=dot] { border: 1.5px solid var(--_edge, var(--_dot)); }
  &[data-tone=info] [data-part=dot] { border: 2px solid var(--_edge, var(--_dot)); border-inline-end-color: transparent; }
  &[data-tone=success] [data-part=dot] { background: var(--_edge, var(--_dot)); }
  &[data-tone=warning] [data-part=dot] {
    background: linear-gradient(90deg, var(--_edge, var(--_dot)) 50%, transparent 50%);
    box-shadow: inset 0 0 0 1.5px var(--_edge, var(--_dot));
  }
  &[data-tone=warning]:dir(rtl) [data-part=dot] { transform: scaleX(-1); }
  &[data-tone=danger] [data-part=dot] { border-radius: 2px; background: var(--_edge, var(--_dot)); transform: rotate(45deg); }
`)}`;
