/** How a picture is drawn. */
export interface Variant {
  scheme: "light" | "dark";
  locale: string;
  /** Of a card, px. */
  width: number;
  /** Of a sheet. */
  columns: number;
}

export type Look = "light" | "dark" | "arabic" | "narrow";

export const VARIANTS: Readonly<Record<Look, Variant>> = {
  light: { scheme: "light", locale: "en", width: 560, columns: 2 },
  dark: { scheme: "dark", locale: "en", width: 560, columns: 2 },
  arabic: { scheme: "light", locale: "ar", width: 560, columns: 2 },
  narrow: { scheme: "light", locale: "en", width: 320, columns: 3 },
};

/** That of the fixtures. */
export const CLOCK = Date.parse("2026-11-22T14:02:00.000Z");
