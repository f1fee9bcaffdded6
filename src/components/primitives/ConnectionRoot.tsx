"use client";
import { useContext, useMemo, type ReactNode } from "react";
import { styled, StyleSheetContext, StyleSheetManager } from "styled-components";
import { warnOnce } from "../../messages/warnOnce.js";
import { type ConnectionSettings, useConnectionSettings } from "../../react/context.js";
import { pageNonce, stylesAllowed } from "../../theme/styleNonce.js";
import { tokenOverrides } from "../../theme/tokenOverrides.js";
import { adoptRootStyles, rootStyles, type Sheet, type StyledRoot } from "./rootStyles.js";

/** A sheet for each nonce: a manager in every card would otherwise write every rule once per card. */
const sheets = new WeakMap<Sheet, Map<string, Sheet>>();

/** The sheet to write into, or null where the one above will do. */
function sheetFor(above: Sheet, nonceProp: string | undefined): Sheet | null {
  // On a server there is no element to write into: `rootStyles` has the nonce.
  if (typeof document === "undefined") return null;
  const nonce = nonceProp ?? above.options.nonce ?? pageNonce(document);
  const isBlocked = !stylesAllowed(document, nonce);
  if (isBlocked) {
    warnOnce(
      "the page's Content-Security-Policy blocks styles, so the components are not styled. " +
        'Pass `nonce`, or put <meta name="csp-nonce" content="…"> into the page.',
    );
  }
  if (!isBlocked && (nonce === undefined || nonce === above.options.nonce)) return null;
  const known = sheets.get(above) ?? new Map<string, Sheet>();
  sheets.set(above, known);
  const key = `${isBlocked} ${nonce ?? ""}`;
  const made =
    known.get(key) ??
    above.reconstructWithOptions({
      ...(nonce === undefined ? {} : { nonce }),
      // Into a blocked element rules can't be inserted: styled-components throws, and the card would vanish.
      // As text in no page at all they do no harm, and not every one of them is reported as a violation.
      ...(isBlocked ? { useCSSOMInjection: false, target: document.createElement("div") } : {}),
    });
  known.set(key, made);
  return made;
}

/** The only place where a host's values become CSS: a class of their own, which a strict policy allows and a server renders. */
const TokenScope = styled.div.withConfig({ componentId: "rsc-tokens" })<{ $css: string }>`
  display: contents;
  ${({ $css }) => $css}
`;

export interface ConnectionRootProps {
  /** What a server draws with `styled` in here: it sends their rules along. */
  styles: readonly StyledRoot[];
  /** One element, which carries the `rootRules` and the attributes of `scopeAttributes`. */
  children: ReactNode;
}

/** Around the root element of a component: the sheet for the page's nonce, and the host's tokens. Never reads a host's ThemeProvider. */
export function ConnectionRoot({ styles, children }: ConnectionRootProps) {
  const { theme, nonce } = useConnectionSettings();
  const { styleSheet: above, stylis } = useContext(StyleSheetContext);
  const sheet = useMemo(() => {
    const own = sheetFor(above, nonce);
    adoptRootStyles(own ?? above);
    return own;
  }, [above, nonce]);
  const overrides = useMemo(() => tokenOverrides(theme), [theme]);
  if (overrides.refused.length > 0) {
    warnOnce(`theme: ${overrides.refused.join(", ")} must be a known token with a plain CSS value.`);
  }
  const $css = overrides.css;
  // Always three children: `useId` counts them, on the server as in the browser. In a browser an array costs each card a fiber.
  const content = (
    <>
      {typeof document === "undefined" ? styles.map((root) => rootStyles(root, above, stylis, nonce)) : null}
      {$css ? rootStyles(TokenScope, above, stylis, nonce, { $css }) : null}
      {$css ? <TokenScope $css={$css}>{children}</TokenScope> : children}
    </>
  );
  return sheet ? <StyleSheetManager sheet={sheet}>{content}</StyleSheetManager> : content;
}

/** What the root element says about its scope. */
export const scopeAttributes = ({ theme, dir, locale }: ConnectionSettings) => ({
  "data-rsc-scheme": theme.colorScheme ?? "auto",
  "data-contrast": theme.contrast,
  dir,
  lang: locale,
});
