import { css } from "styled-components";
import type { ReactNode } from "react";

/** For screen readers only; the root styles it with `hiddenRules`. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span data-part="hidden">{children}</span>;

export const hiddenRules = css`
  [data-part="hidden"], [data-part="announcer"] {
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
