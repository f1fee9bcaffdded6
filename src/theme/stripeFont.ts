/** A web font for Stripe's form, which is drawn in frames of its own and can't use the page's. */
export type StripeFont =
  | {
      /** Address of a CSS file with `@font-face` rules. The page's `connect-src` has to allow it. */
      cssSrc: string;
    }
  | {
      /** The name of the font, as `theme` or the page says it. */
      family: string;
      /** As in `@font-face`: `url(https://…/inter.woff2)`. */
      src: string;
      /** Default: `normal`. */
      style?: "normal" | "italic" | "oblique";
      /** A CSS font-weight, as a string. */
      weight?: string;
      /** A CSS font-display. */
      display?: string;
      /** A CSS unicode-range. */
      unicodeRange?: string;
    };
