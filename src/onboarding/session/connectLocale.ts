import { canonicalLocale } from "../../messages/canonicalLocale.js";

/** A locale that Connect.js takes: `en_US` becomes `en-US`. What is not a locale becomes `en-US`, or Stripe would refuse the whole form. */
export const connectLocale = (locale: string): string => canonicalLocale(locale) ?? "en-US";
