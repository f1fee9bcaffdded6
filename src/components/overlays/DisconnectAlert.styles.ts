import { styled } from "styled-components";
import { buttonRules } from "../../primitives/buttonRules.js";
import { noticeRules } from "../../primitives/noticeRules.js";
import { skeletonRules } from "../../primitives/skeletonRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { token } from "../../theme/tokens.js";
import { alertRules } from "./alertRules.js";

export const AlertBackdrop = styled.div.withConfig({ componentId: "rsc-backdrop" })`
  position: fixed;
  inset: 0;
  z-index: ${token("layer")};
  background: ${token("shade")};
  animation: rsc-fade 120ms ease-out;

  @keyframes rsc-fade { from { opacity: 0; } }
  @media (prefers-reduced-motion: reduce) { animation: none; }
`;

export const AlertSurface = styled.div.withConfig({ componentId: "rsc-dialog" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
  color-scheme: inherit;
  position: fixed;
  inset: 0;
  z-index: ${token("layer")};
  inline-size: min(460px, calc(100vw - 32px));
  block-size: fit-content;
  max-block-size: calc(100dvh - 32px);
  margin: auto;
  padding: 24px;
  overflow-y: auto;
  overscroll-behavior: contain;
  border: 1px solid ${token("border")};
  border-radius: 14px;
  background: ${token("surface")};
  box-shadow: 0 10px 32px ${token("shadow-far")}, 0 2px 6px ${token("shadow-near")};
  animation: rsc-rise 140ms ease-out;

  @keyframes rsc-rise { from { opacity: 0; transform: translateY(6px); } }
  @media (prefers-reduced-motion: reduce) { animation: none; }

  [data-part="title"] { margin: 0 0 8px; font-size: 17px; font-weight: 600; line-height: 24px; }
  ${alertRules}
  /* In sight at any height: the focus starts here, and must not scroll the title away. */
  [data-part="actions"] {
    position: sticky;
    inset-block-end: -24px;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin: 8px -24px -24px;
    padding: 12px 24px 24px;
    background: inherit;
    border-radius: inherit;
  }

  @media (max-width: 420px) {
    [data-part="actions"] { flex-direction: column-reverse; align-items: stretch; }
  }
`;
