import { css } from "styled-components";

/** For screen readers only. */
export const hiddenRules = css`
  [data-part=hidden], [data-part=announcer] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
`;
