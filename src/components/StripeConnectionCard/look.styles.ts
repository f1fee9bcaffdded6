import { css } from "styled-components";

/** Less of a card, a denser one, and one on paper. The space at the sides is `--_pad` wherever it is. */
export const lookRules = css`
  &[data-density="compact"] {
    --_pad: 16px;
    [data-part="head-row"] { min-block-size: 56px; padding-block: 8px; }
    [data-part="stack"] { gap: 12px; padding-block-end: 16px; }
    [data-part="row"] { padding-block: 8px; }
    [data-part="facts"], [data-part="disclosure"] { padding-block: 8px; }
  }
  &[data-elevation="flat"] {
    --_pad: 0px;
    border: 0;
    background: none;
    box-shadow: none;
    [data-part="facts"] { padding-block-end: 0; background: none; }
    [data-part="disclosure"], [data-part="facts"] { border-radius: 0; }
  }

  /* What stands and what is asked for, in black on white; nothing that only a press makes sense of. */
  @media print {
    && { color-scheme: light; break-inside: avoid; box-shadow: none; color: #000; }
    small, dt, span, time { color: inherit; }
    [data-part="bar"], [data-part="kebab"], [data-part="actions"], [data-part="disclosure"], [data-part="notice-actions"],
    [data-part="field"], [data-part="skeleton"], [data-icon="chevron"] { display: none; }
  }
`;
