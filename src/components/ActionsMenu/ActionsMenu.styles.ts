import { styled } from "styled-components";
import { rootRules } from "../../theme/rootRules.js";
import { toneColour } from "../../theme/tones.js";
import { token } from "../../theme/tokens.js";

export const MenuLayer = styled.div.withConfig({ componentId: "rsc-menu-layer" })`
  z-index: ${token("layer")};
`;

export const MenuSurface = styled.div.withConfig({ componentId: "rsc-menu" })`
  ${rootRules}
  color-scheme: inherit;
  min-inline-size: 208px;
  max-inline-size: min(320px, calc(100vw - 16px));
  max-block-size: var(--available-height);
  overflow-y: auto;
  padding: 4px;
  border: 1px solid ${token("border")};
  border-radius: 10px;
  background: ${token("surface")};
  box-shadow: 0 10px 32px ${token("shadow-far")}, 0 2px 6px ${token("shadow-near")};
  outline: none;

  [data-part=item] {
    padding: 8px 10px;
    border-radius: 6px;
    cursor: default;
    user-select: none;
    outline: none;
  }
  [data-part=item][data-highlighted] {
    background: ${token("surface-2")};
    box-shadow: inset 0 0 0 1px var(--_edge, transparent);
  }
  [data-part=item]:focus-visible { outline: 2px solid ${token("focus")}; outline-offset: -2px; }
  [data-part=item][data-tone=danger] { color: ${toneColour("bad-fg")}; }
  [data-part=item][data-tone=danger][data-highlighted] {
    background: ${toneColour("bad-bg")};
  }
  [data-part=item][data-disabled] { color: ${token("muted")}; }
  [data-part=item] small { display: block; font-size: 12px; line-height: 16px; }
  [data-part=separator] { margin: 4px 0; border: 0; border-block-start: 1px solid ${token("border")}; }

  @media (pointer: coarse) { [data-part=item] { padding-block: 12px; } }
  @media (forced-colors: active) {
    [data-part=item][data-highlighted] { outline: 2px solid Highlight; outline-offset: -2px; }
    [data-part=item][data-disabled] { color: GrayText; }
  }
`;
