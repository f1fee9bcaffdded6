import { css } from "styled-components";
import { toneColour } from "../../../theme/tones.js";
import { token } from "../../../theme/tokens.js";

/** What Stripe needs, row by row. */
export const checklistRules = css`
  [data-part=rows] {
    margin: 0;
    padding: 0;
    border: 1px solid ${token("border")};
    border-radius: 10px;
    overflow: hidden;
    list-style: none;
  }
  [data-part=rows] > li + li { border-block-start: 1px solid ${token("border")}; }
  [data-part=row] {
    display: flex;
    align-items: flex-start;
    gap: 0 12px;
    inline-size: 100%;
    margin: 0;
    padding: 12px 14px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
  }
  button[data-part=row] { cursor: pointer; }
  button[data-part=row]:hover { background: ${token("surface-2")}; }
  button[data-part=row]:focus-visible { outline-offset: -2px; }
  [data-part=row] > svg { flex: none; color: ${token("muted")}; }
  [data-part=row] > [data-icon=chevron] { margin-block-start: 2px; }
  [aria-hidden] > * > [data-icon=check] { color: ${toneColour("ok-fg")}; }
  [data-part=row-text] { display: grid; flex: 1 1 0; align-content: start; min-inline-size: 0; }
  [data-part=row-text][data-waits] { min-block-size: 38px; }
  [data-part=row-text] b { font-weight: 500; }
  [data-part=for-whom] { font-weight: 400; }
  [data-part=row-text] > span { color: ${token("muted")}; font-size: 13px; line-height: 18px; }
  [data-part=due] {
    display: grid;
    justify-items: end;
    margin-block-start: 2px;
    color: ${token("muted")};
    font-size: 12px;
    line-height: 18px;
    white-space: nowrap;
  }
  [data-part=due][data-tone=warning] { color: ${toneColour("warn-fg")}; font-weight: 500; }
  [data-part=due][data-tone=danger] { color: ${toneColour("bad-fg")}; font-weight: 500; }
  [data-part=due] small { min-block-size: 18px; font-size: inherit; font-weight: 400; }

  @container rsc-body (max-width: 399px) {
    [data-part=row-text][data-waits] { min-block-size: 56px; }
    [data-part=row] { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; }
    [data-part=row] > [data-icon=chevron] { grid-area: 1 / 3; }
    /* Beside the arrow stands the title alone: below it a text has the whole width. */
    [data-part=row-text] { grid-area: 1 / 2 / auto / -1; }
    button[data-part=row] b { padding-inline-end: 28px; }
    [data-part=due] { grid-area: 2 / 2 / auto / -1; display: flex; flex-wrap: wrap; gap: 0 8px; justify-self: start; margin-block-start: 2px; }
  }
`;
