import { css } from "styled-components";

/**
 * The width that a root wants where its parent asks for it: a dialog, a float, a column with auto margins. What it holds
 * says nothing there, because the size of a container (`container-type`) does not depend on its content. Two dots that
 * may stand below each other, with 720 px between them: as narrow as need be, and never wider than there is room.
 */
export const widthRules = css`
  &&::after {
    content: ". .";
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: 1px;
    line-height: 0;
    word-spacing: 720px;
  }
`;
