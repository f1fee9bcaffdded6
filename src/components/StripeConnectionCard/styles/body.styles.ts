import { css } from "styled-components";
import { token } from "../../../theme/tokens.js";

/** Sentence, notices, actions, the country, the facts at the foot. */
export const bodyRules = css`
  [data-part=body], [data-part=foot] { container: rsc-body / inline-size; }
  [data-part=stack] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 0 var(--_pad, 20px) 20px; }
  [data-part=lead] { margin: 0; }
  [data-part=lead] small {
    display: block;
    margin-block-start: 4px;
    color: ${token("muted")};
    font-size: 13px;
    line-height: 18px;
  }
  [data-part=actions] { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  [data-part=skeleton][data-shape=sentence] { inline-size: 70%; margin-block: 4px; }
  [data-part=skeleton][data-shape=button] { inline-size: 184px; max-inline-size: 100%; block-size: 36px; border-radius: ${token("radius-control")}; }
  [data-part=slow] { min-block-size: 20px; margin: -8px 0 0; color: ${token("muted")}; font-size: 13px; }

  [data-part=needs] {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    margin: 0;
    padding: 0;
    color: ${token("muted")};
    font-size: 13px;
    line-height: 18px;
    list-style: none;
  }
  [data-part=needs] li { display: flex; align-items: center; gap: 6px; }
  [data-part=needs] svg { flex: none; }
  [data-part=caption] { margin: 0 0 6px; font-size: 13px; font-weight: 500; line-height: 18px; }

  [data-part=field] { display: grid; gap: 4px; justify-items: start; }
  [data-part=field] label { font-size: 13px; font-weight: 500; line-height: 18px; }
  /* The arrow is ours: one that the browser draws is gone with any background or appearance of the page's. */
  [data-part=choice] { display: grid; align-items: center; inline-size: 100%; max-inline-size: 320px; }
  [data-part=choice] > * { grid-area: 1 / 1; }
  [data-part=choice] [data-icon=chevron] {
    justify-self: end;
    margin-inline-end: 10px;
    transform: rotate(90deg);
    pointer-events: none;
  }
  [data-part=field] select {
    inline-size: 100%;
    min-block-size: 36px;
    padding-block: 7px;
    padding-inline: 14px 34px;
    appearance: none;
    border: 1px solid ${token("border-input")};
    border-radius: ${token("radius-control")};
    background: ${token("surface")};
    color: inherit;
    font: inherit;
  }
  [data-part=field] select[aria-invalid=true] { border-color: ${token("bad-dot")}; }
  [data-part=field] small { color: ${token("muted")}; font-size: 13px; line-height: 18px; }
  [data-part=field] [role=alert] { color: ${token("bad-fg")}; }

  [data-part=copy-text] {
    display: block;
    margin-block-start: 6px;
    max-block-size: 160px;
    overflow: auto;
    font: 12px/16px ui-monospace, SFMono-Regular, Menlo, monospace;
    white-space: pre-wrap;
    user-select: all;
  }

  [data-part=facts] {
    display: grid;
    grid-template-columns: repeat(4, auto);
    justify-content: space-between;
    gap: 8px 24px;
    margin: 0;
    padding: 12px var(--_pad, 20px);
    border-block-start: 1px solid ${token("border")};
    border-end-start-radius: calc(${token("radius")} - 1px);
    border-end-end-radius: calc(${token("radius")} - 1px);
    background: ${token("surface-2")};
  }
  [data-part=facts] dt { color: ${token("muted")}; font-size: 12px; line-height: 16px; }
  [data-part=facts] dd { min-inline-size: 72px; margin: 2px 0 0; font-size: 13px; font-weight: 500; line-height: 18px; }
  [data-part=facts] [data-part=link] { display: flex; align-items: center; gap: 6px; }

  [data-part=disclosure] {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    margin: 0;
    padding: 12px var(--_pad, 20px);
    border: 0;
    border-block-start: 1px solid ${token("border")};
    border-end-start-radius: calc(${token("radius")} - 1px);
    border-end-end-radius: calc(${token("radius")} - 1px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 13px;
    font-weight: 500;
    line-height: 18px;
    text-align: start;
    cursor: pointer;
  }
  [data-part=disclosure]:hover { background: ${token("surface-2")}; }
  [data-part=disclosure]:focus-visible { outline-offset: -2px; }
  [data-part=disclosure] svg { flex: none; }
  &[dir=rtl] [data-icon=chevron] { transform: scaleX(-1); }
  [data-part=disclosure][aria-expanded=true] { border-radius: 0; }
  [data-part=disclosure][aria-expanded=true] svg { transform: rotate(90deg); }
  [data-part=why] { padding-block: 4px 16px; padding-inline: calc(var(--_pad, 20px) + 24px) var(--_pad, 20px); }
  [data-part=onboarding] { padding: 14px var(--_pad, 20px) 20px; border-block-start: 1px solid ${token("border")}; }

  @media (pointer: coarse) {
    [data-part=field] select, [data-part=disclosure] { min-block-size: 44px; }
  }
  @container rsc-body (max-width: 439px) {
    [data-part=facts] { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container rsc-body (max-width: 399px) {
    [data-part=actions] > [data-part=button] { flex: 1 1 100%; }
    [data-part=why] { padding-inline-start: var(--_pad, 20px); }
    [data-part=choice] { max-inline-size: none; }
  }
`;
