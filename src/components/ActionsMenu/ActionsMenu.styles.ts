import { styled } from "styled-components";
import { rootRules } from "../../theme/rootRules.js";
import { toneColour } from "../../theme/tones.js";
import { token } from "../../theme/tokens.js";

export const MenuSurface = styled.div.withConfig({ componentId: "rsc-menu" })`
  ${rootRules}
  /* Weighs more than a page's rule for popovers. */
  && {
    color-scheme: inherit;
    position: fixed;
    inset: auto;
    z-index: ${token("layer")};
    inline-size: max-content;
    min-inline-size: 208px;
    max-inline-size: min(320px, calc(100vw - 16px));
    margin: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px;
    border: 1px solid ${token("border")};
    border-radius: 10px;
    background: ${token("surface")};
    box-shadow: 0 10px 32px ${token("shadow-far")}, 0 2px 6px ${token("shadow-near")};
    outline: none;
  }

  [data-part=item] {
    display: block;
    inline-size: 100%;
    margin: 0;
    padding: 8px 10px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    user-select: none;
    outline: none;
  }
  && [data-part=item] { cursor: default; }
  [data-part=item]:focus {
    background: ${token("surface-2")};
    box-shadow: inset 0 0 0 1px var(--_edge, transparent);
  }
  [data-part=item]:focus-visible { outline: 2px solid ${token("focus")}; outline-offset: -2px; }
  [data-part=item][data-tone=danger] { color: ${toneColour("bad-fg")}; }
  [data-part=item][data-tone=danger]:focus { background: ${toneColour("bad-bg")}; }
  [data-part=item][aria-disabled] { color: ${token("muted")}; }
  [data-part=item] small { display: block; font-size: 12px; line-height: 16px; }
  [data-part=separator] { margin: 4px 0; border: 0; border-block-start: 1px solid ${token("border")}; }

  @media (pointer: coarse) { [data-part=item] { padding-block: 12px; } }
  @media (forced-colors: active) {
    [data-part=item]:focus { outline: 2px solid Highlight; outline-offset: -2px; }
    [data-part=item][aria-disabled] { color: GrayText; }
  }
`;
