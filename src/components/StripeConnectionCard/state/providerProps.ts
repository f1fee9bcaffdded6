import type { StripeConnectionProviderProps } from "../../../react/StripeConnectionProvider.js";

/** Complete by its type: a new setting of the provider that is missing here does not compile. */
const SETTINGS: Record<Exclude<keyof StripeConnectionProviderProps, "children">, true> = {
  endpoint: true,
  adapter: true,
  platformName: true,
  purpose: true,
  scope: true,
  locale: true,
  locales: true,
  messages: true,
  theme: true,
  fonts: true,
  dir: true,
  timeZone: true,
  nonce: true,
  onboarding: true,
  onEvent: true,
  onAuthError: true,
  initialConnection: true,
  queryClient: true,
  publishableKey: true,
  allowFraming: true,
  connectJsUrl: true,
};

/** What is the provider's, and what goes to the card's root. */
export function splitProviderProps<T extends object>(props: T) {
  const settings: Partial<T> = {};
  const rest: Partial<T> = {};
  for (const key of Object.keys(props) as (keyof T & string)[]) {
    if (Object.hasOwn(SETTINGS, key)) settings[key] = props[key];
    else rest[key] = props[key];
  }
  return {
    settings: settings as Pick<T, keyof T & keyof typeof SETTINGS>,
    rest: rest as Omit<T, keyof typeof SETTINGS>,
  };
}
