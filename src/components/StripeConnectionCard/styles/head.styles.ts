import { css } from "styled-components";
import { toneColour } from "../../../theme/tones.js";
import { token } from "../../../theme/tokens.js";

/** Mark, title, badge and three dots; the bar of work under way. */
export const headRules = css`
  [data-part=bar] {
    position: absolute;
    inset-block-start: -1px;
    inset-inline: ${token("radius")};
    block-size: 2px;
    overflow: hidden;
    border-radius: 1px;
  }
  [data-part=bar]::before {
    content: "";
    position: absolute;
    inset: 0;
    background: linear-gradient(90deg, transparent, ${toneColour("info-dot")} 50%, transparent);
    animation: rsc-sweep 1.8s ease-in-out infinite;
  }
  @keyframes rsc-sweep { from { transform: translateX(-75%); } to { transform: translateX(75%); } }
  @media (prefers-reduced-motion: reduce) { [data-part=bar]::before { animation: none; } }
  @media (forced-colors: active) { [data-part=bar]::before { background: Highlight; } }

  [data-part=head] { container: rsc-head / inline-size; }
  [data-part=head-row] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 72px;
    padding-block: 16px;
    padding-inline: var(--_pad, 20px) calc(var(--_pad, 20px) - 4px);
  }
  [data-part=head-row] > * { flex: none; }
  [data-part=head-row] > [data-rsc] { margin: 0; }
  [data-part=logo] > * { max-inline-size: 100%; max-block-size: 100%; }
  [data-part=own-head] { display: flex; flex: 1 1 0; flex-wrap: wrap; align-items: center; gap: 12px; min-inline-size: 0; }
  [data-part=titles] { flex: 1 1 0; min-inline-size: 0; }
  [data-part=mark], [data-part=logo] {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 10px;
  }
  [data-part=mark] {
    border: 1px solid transparent;
    background: ${token("mark")};
    color: ${token("on-mark")};
  }
  [data-part=heading] {
    inline-size: fit-content;
    margin: 0;
    color: inherit;
    font: inherit;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    border-radius: 2px;
  }
  [data-part=subtitle] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
    min-block-size: 18px;
    color: ${token("muted")};
    font-size: 13px;
    line-height: 18px;
  }
  [data-part=name] {
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [data-part=tag] {
    flex: none;
    padding-inline: 5px;
    border: 1px solid ${token("border-strong")};
    border-radius: 5px;
    color: ${token("muted")};
    font-size: 11px;
    font-weight: 500;
    line-height: 16px;
    white-space: nowrap;
  }
  [data-part=kebab] {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: ${token("radius-control")};
    background: none;
    color: ${token("muted")};
  }
  [data-part=kebab]:hover, [data-part=kebab][aria-expanded=true] {
    background: ${token("surface-2")};
    color: ${token("text")};
  }
  [data-part=kebab][data-done] { color: ${toneColour("ok-fg")}; }
  [data-part=kebab][aria-busy=true] { cursor: progress; }
  [data-part=head-row] [data-shape=title] { inline-size: 72px; }
  [data-part=head-row] [data-shape=subtitle] { inline-size: 128px; max-inline-size: 100%; block-size: 10px; margin-block-start: 8px; }
  [data-part=head-row] [data-shape=mark] { inline-size: 40px; block-size: 40px; border-radius: 10px; }
  [data-part=head-row] [data-shape=badge] { inline-size: 96px; block-size: 24px; border-radius: 999px; }

  @container rsc-head (max-width: 399px) {
    [data-part=head-row] { display: grid; grid-template-columns: 40px minmax(0, 1fr) minmax(32px, auto); }
    [data-part=head-row] > [data-rsc=status-badge], [data-part=head-row] > [data-shape=badge] {
      grid-column: 1 / -1;
      grid-row: 2;
      justify-self: start;
    }
    [data-part=own-head] { grid-column: 1 / 3; }
    [data-part=own-head] > [data-part=titles] { flex-basis: 120px; }
  }
  @media (pointer: coarse) {
    [data-part=kebab] { inline-size: 44px; block-size: 44px; margin: -6px; }
  }
`;
