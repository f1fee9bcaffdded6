import { css } from "styled-components";
import { FIRM, resetRules } from "./resetRules.js";
import { moreContrast } from "./tones.js";
import { MORE_CONTRAST, token } from "./tokens.js";

/** What the root of every component starts from: scheme, type, box model, focus ring. */
export const rootRules = css`
  ${resetRules}
  box-sizing: border-box;
  color-scheme: light dark;
  font-family: ${token("font-family")};
  font-size: 14px;
  font-weight: 400;
  font-style: normal;
  line-height: 20px;
  letter-spacing: normal;
  text-align: start;
  text-transform: none;
  text-wrap: pretty;
  /* Japanese: at the ends of phrases, and never before a small letter. */
  line-break: strict;
  word-break: auto-phrase;
  color: ${token("text")};
  -webkit-font-smoothing: antialiased;

  &[data-rsc-scheme="light"] { color-scheme: light; }
  &[data-rsc-scheme="dark"] { color-scheme: dark; }
  &[data-rsc-scheme="inherit"] { color-scheme: inherit; }
  ${moreContrast(MORE_CONTRAST)}
  @media (forced-colors: active) { & svg${FIRM} { forced-color-adjust: auto; } }
  & *, & *::before, & *::after { box-sizing: border-box; }

  :is(button, select, summary, a, [tabindex]):focus-visible {
    outline: 2px solid ${token("focus")};
    outline-offset: 2px;
  }
`;
