import "@fontsource-variable/inter";
import { ar } from "../../src/messages/locales/ar.js";
import { de } from "../../src/messages/locales/de.js";
import { ja } from "../../src/messages/locales/ja.js";
import { ShownCard, type ShownState } from "../support/shownStates.js";
import type { Variant } from "./variants.js";

export const LOCALES = [ar, de, ja];

/** The page that a picture is taken of. Inter comes with the tests; what it has no letters for is drawn with DejaVu Sans. */
export const lookOf = ({ scheme, locale }: Variant) =>
  ({
    colorScheme: scheme,
    background: scheme === "dark" ? "#0e1013" : "#f3f4f7",
    color: scheme === "dark" ? "#f1f3f6" : "#15181e",
    fontFamily: '"Inter Variable", "DejaVu Sans"',
    direction: locale === "ar" ? "rtl" : "ltr",
  }) as const;

/** Cards side by side, each under its name, as they are compared with the kept picture. */
export function Sheet({ states, variant }: { states: readonly ShownState[]; variant: Variant }) {
  const { scheme, locale, width, columns } = variant;
  return (
    <main
      data-testid="sheet"
      style={{
        display: "grid",
        gridTemplateColumns: `repeat(${columns}, ${width}px)`,
        alignItems: "start",
        gap: 20,
        inlineSize: "fit-content",
        padding: 20,
        ...lookOf(variant),
      }}
    >
      {states.map((shown) => (
        <figure key={shown.name} style={{ margin: 0, minInlineSize: 0 }}>
          <figcaption dir="ltr" style={{ marginBlockEnd: 6, fontSize: 11, lineHeight: "14px" }}>
            {shown.name}
          </figcaption>
          <ShownCard shown={shown} locale={locale} locales={LOCALES} theme={{ colorScheme: scheme }} />
        </figure>
      ))}
    </main>
  );
}
