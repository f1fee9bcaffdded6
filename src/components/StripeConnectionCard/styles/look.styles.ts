import { css } from "styled-components";

/** Less of a card, a denser one, and one on paper. The space at the sides is `--_pad` wherever it is. */
export const lookRules = css`
  &[data-density=compact] {
    --_pad: 16px;
    [data-part=head-row] { min-block-size: 56px; padding-block: 8px; }
    [data-part=stack] { gap: 12px; padding-block-end: 16px; }
    [data-part=row] { padding-block: 8px; }
    [data-part=facts], [data-part=disclosure] { padding-block: 8px; }
  }
  &[data-elevation=flat] {
    --_pad: 0px;
    border: 0;
    background: none;
    box-shadow: none;
    [data-part=facts] { padding-block-end: 0; background: none; }
    [data-part=disclosure], [data-part=facts] { border-radius: 0; }
  }

  /* What is new, or was opened, comes into sight; what was done is ticked, and goes. Nothing else moves. */
  @keyframes rsc-appear { from { opacity: 0; translate: 0 -3px; } }
  @keyframes rsc-done { 60% { opacity: 1; } to { opacity: 0; } }
  @media (prefers-reduced-motion: no-preference) {
    li[aria-hidden] { animation: rsc-done 900ms; }
    [data-fresh], [data-part=why] > * { animation: rsc-appear 180ms ease-out; }
    [data-part=disclosure] svg { transition: transform 180ms ease-out; }
  }

  /* What stands and what is asked for, in black on white; nothing that only a press makes sense of. */
  @media print {
    && {
      --rsc-surface: #fff;
      --rsc-surface-2: #fff;
      --rsc-text: #000;
      --rsc-muted: #000;
      color-scheme: light;
      box-shadow: none;
      break-inside: avoid;
    }
    [data-part=bar], [data-part=kebab], [data-part=actions], [data-part=disclosure], [data-part=notice-actions],
    [data-part=facts] [data-part=link], [data-part=field], [data-part=skeleton], [data-icon=chevron], [data-part=more] { display: none; }
    [data-part=rows] > li { display: block; break-inside: avoid; }
  }
`;
