import { css } from "styled-components";
import { token } from "../../theme/tokens.js";

/** Skeletons, below a component's root. */
export const skeletonRules = css`
  [data-part=skeleton] {
    display: block;
    flex: none;
    block-size: 12px;
    border-radius: 6px;
    background: ${token("idle-bg")};
    animation: rsc-breathe 1.6s ease-in-out infinite;
  }
  @keyframes rsc-breathe { 50% { opacity: 0.55; } }
  @media (prefers-reduced-motion: reduce) { [data-part=skeleton] { animation: none; } }
  @media (forced-colors: active) { [data-part=skeleton] { border: 1px solid; } }
`;
