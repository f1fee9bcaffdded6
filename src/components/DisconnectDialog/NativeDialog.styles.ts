import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { skeletonRules } from "../primitives/skeletonRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { token } from "../../theme/tokens.js";
import { contentRules } from "./contentRules.js";

export const DialogSurface = styled.dialog.withConfig({ componentId: "rsc-dialog" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  ${skeletonRules}
  color-scheme: inherit;
  position: fixed;
  inset: 0;
  z-index: ${token("layer")};
  inline-size: min(460px, calc(100vw - 32px));
  max-inline-size: none;
  block-size: fit-content;
  max-block-size: calc(100dvh - 32px);
  margin: auto;
  --_in: 24px;
  padding: var(--_in);
  overflow-y: auto;
  overscroll-behavior: contain;
  border: 1px solid ${token("border")};
  border-radius: 14px;
  background: ${token("surface")};
  box-shadow: 0 10px 32px ${token("shadow-far")}, 0 2px 6px ${token("shadow-near")};
  animation: rsc-rise 140ms ease-out;

  &:not([open]) { display: none; }
  &::backdrop {
    background: ${token("shade")};
    animation: rsc-fade 120ms ease-out;
  }
  @keyframes rsc-rise { from { opacity: 0; transform: translateY(6px); } }
  @keyframes rsc-fade { from { opacity: 0; } }
  @media (prefers-reduced-motion: reduce) { &, &::backdrop { animation: none; } }

  /* A small window, or one that is enlarged four times: what it says needs the room. */
  @media (max-height: 420px) {
    --_in: 12px;
    max-block-size: calc(100dvh - 8px);
  }

  /* Before the rules that the card around it has for parts of the same name. */
  && {
    [data-part=title] { margin: 0 0 8px; font-size: 17px; font-weight: 600; line-height: 24px; }
    ${contentRules}
    /* In sight at any height: the focus starts here, and must not scroll the title away. */
    [data-part=actions] {
      position: sticky;
      inset-block-end: calc(0px - var(--_in));
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
      margin: 8px calc(0px - var(--_in)) calc(0px - var(--_in));
      padding: 12px var(--_in) var(--_in);
      background: inherit;
      border-radius: inherit;
    }

    @media (max-width: 420px) {
      [data-part=actions] { flex-direction: column-reverse; align-items: stretch; }
    }
  }
`;
