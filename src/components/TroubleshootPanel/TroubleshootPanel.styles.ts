import { styled } from "styled-components";
import { buttonRules } from "../primitives/buttonRules.js";
import { noticeRules } from "../primitives/noticeRules.js";
import { rootRules } from "../../theme/rootRules.js";
import { toneColour } from "../../theme/tones.js";
import { token } from "../../theme/tokens.js";

export const PanelRoot = styled.div.withConfig({ componentId: "rsc-troubleshoot" })`
  ${rootRules}
  ${buttonRules}
  ${noticeRules}
  display: grid;
  gap: 14px;
  font-size: 13px;
  line-height: 18px;
  overflow-wrap: anywhere;

  [data-part=reasons] { display: grid; gap: 14px; margin: 0; padding: 0; list-style: none; }
  [data-part=reason] b { font-weight: 500; }
  [data-part=reason] p { margin: 2px 0 4px; color: ${token("muted")}; }
  [data-part=parts] { display: grid; gap: 6px; margin: 4px 0 6px; padding: 0; padding-inline-start: 16px; color: ${token("muted")}; list-style: disc; }
  [data-part=parts] b { display: block; color: ${token("text")}; font-weight: 400; }
  [data-part=quiet] + [data-part=reasons] { gap: 4px; margin-block-start: 4px; }
  [data-part=reason] time { display: block; color: ${token("muted")}; }
  [data-part=reason] time[data-tone=warning] { color: ${toneColour("warn-fg")}; font-weight: 500; }
  [data-part=reason] time[data-tone=danger] { color: ${toneColour("bad-fg")}; font-weight: 500; }
  [data-part=quiet] { margin: 0; color: ${token("muted")}; }
  [data-part=stripe-says] { margin-block: -1px 3px; color: ${token("muted")}; }
  [data-part=stripe-says] summary { display: inline-flex; align-items: center; gap: 4px; padding-block: 3px; border-radius: 4px; cursor: pointer; list-style: none; }
  /* Pico colours an open one with the weight of three attributes. */
  &&& [data-part=stripe-says] summary { color: inherit; }
  [data-part=stripe-says] summary::-webkit-details-marker { display: none; }
  [data-part=stripe-says] summary svg { flex: none; }
  [data-part=stripe-says][open] summary svg { transform: rotate(90deg); }
  &[dir=rtl] [data-part=stripe-says]:not([open]) summary svg { transform: scaleX(-1); }
  /* The reset takes back what the lang attribute says. */
  [data-part=stripe-says] q { -webkit-locale: "en"; display: block; margin-block-start: 2px; max-block-size: 108px; overflow-y: auto; }

  /* One under the other: each has its own place. */
  @media (pointer: coarse) {
    [data-part=reason] > [data-part=link] { margin-block: 0; }
    [data-part=stripe-says] summary { padding-block: 13px; }
  }
`;
