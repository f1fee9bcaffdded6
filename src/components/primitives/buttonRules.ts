import { css } from "styled-components";
import { token } from "../../theme/tokens.js";

/** Buttons, links and their spinner, below a component's root. */
export const buttonRules = css`
  [data-part=button], [data-part=link], [data-part=kebab] {
    margin: 0;
    font: inherit;
    font-weight: 500;
    letter-spacing: inherit;
    text-align: start;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  [data-part=button] {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 7px 14px;
    border: 1px solid transparent;
    border-radius: ${token("radius-control")};
    text-align: center;
    text-decoration: none;
    transition: background-color 120ms, border-color 120ms;
  }
  [data-part=button][data-variant=primary] { background: ${token("accent")}; color: ${token("on-accent")}; }
  [data-part=button][data-variant=primary]:hover { background: ${token("accent-hover")}; }
  [data-part=button][data-variant=secondary] {
    background: ${token("surface")};
    border-color: ${token("border-strong")};
    color: ${token("text")};
  }
  [data-part=button][data-variant=secondary]:hover { background: ${token("surface-2")}; }
  [data-part=button][data-blocked]:not([aria-busy=true]) {
    background: ${token("surface-2")};
    border-color: ${token("border")};
    color: ${token("muted")};
    cursor: not-allowed;
  }
  [data-part=button][aria-busy=true] { cursor: progress; }

  /* Its place is as large as a finger or a tired hand needs, and its line no higher than the others. */
  [data-part=link] {
    min-inline-size: 24px;
    margin-block: -3px;
    padding: 3px 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: ${token("accent")};
    font-size: 13px;
    line-height: 18px;
  }
  [data-part=link]:hover { text-decoration: underline; text-underline-offset: 3px; }
  [data-part=link][aria-disabled=true] { color: ${token("muted")}; cursor: default; text-decoration: none; }

  [data-part=spinner] {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: rsc-turn 800ms linear infinite;
  }
  @keyframes rsc-turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) {
    [data-part=spinner] { animation: none; }
    [data-part=button] { transition: none; }
  }
  @media (forced-colors: active) {
    [data-part=button][data-blocked]:not([aria-busy=true]) { border-color: GrayText; color: GrayText; }
  }
  @media (pointer: coarse) {
    [data-part=button] { min-block-size: 44px; }
    [data-part=link] { min-inline-size: 44px; margin-block: -13px; padding-block: 13px; }
  }
`;
