import type { ReactNode } from "react";
import type { MessageOverrides, Messages, Purpose } from "../messages/messages.js";
import type { StripeFont } from "../theme/stripeFont.js";
import type { ConnectionTheme } from "../theme/tokens.js";
import type { ClientSettings, ConnectionSource } from "./useConnectionClient.js";

/** Who speaks to whom, in which words and colours. */
export interface StripeConnectionSettings extends ClientSettings {
  /** Your product's name, as customers know it. */
  platformName: string;
  /** What the connection is for, in the sentences. Default: `plans`. */
  purpose?: Purpose;
  /** BCP 47. Default: `en`. */
  locale?: string;
  /** Languages besides English, e.g. `[de]`. */
  locales?: readonly Messages[];
  /** Single words or sentences of your own. */
  messages?: MessageOverrides;
  /** Colours, contrast, corners and font. Default: ours, light or dark as the reader's system has it. */
  theme?: ConnectionTheme;
  /**
   * Web fonts for Stripe's form, which can't use the page's. Read when it opens. Default: none, so that it takes what the reader has.
   * @see https://docs.stripe.com/connect/embedded-appearance-options
   */
  fonts?: readonly StripeFont[];
  /** Default: that of the language. */
  dir?: "ltr" | "rtl";
  /** IANA name. Default: UTC in the first render, then the reader's own. */
  timeZone?: string;
  /** Of the page's Content-Security-Policy. Default: the page's `<meta name="csp-nonce">`. */
  nonce?: string;
  /** Stripe's form in the page, or a redirect to Stripe's own page where Stripe grants it. Default: `embedded`. */
  onboarding?: "embedded" | "hosted";
  /** Overrides the `pk_…` key that comes with each account session. */
  publishableKey?: string;
  /** Lets people disconnect inside a frame of another origin. Default: false. */
  allowFraming?: boolean;
  /** Where connect.js is, in tests. Live mode takes Stripe's own only. Undefined and "" are Stripe's. */
  connectJsUrl?: string | undefined;
}

/** The settings, and an `endpoint`, an `adapter` or a `client`. */
export type StripeConnectionProviderProps = StripeConnectionSettings &
  ConnectionSource & {
    /** Your page: whatever uses the connection. */
    children?: ReactNode;
  };

/** The settings that components read as the host gave them. */
type Plain = Omit<StripeConnectionSettings, keyof ClientSettings | keyof typeof WORDS>;

/** What each plain setting is where the host leaves it out. A new setting that is missing here does not compile. */
const DEFAULTS = {
  platformName: undefined,
  purpose: "plans",
  theme: {},
  fonts: undefined,
  timeZone: undefined,
  nonce: undefined,
  onboarding: "embedded",
  publishableKey: undefined,
  allowFraming: false,
  connectJsUrl: undefined,
} satisfies { [Name in keyof Required<Plain>]: Plain[Name] | undefined };

/** The provider makes the reader's words of these. */
const WORDS = { locale: true, locales: true, messages: true, dir: true } as const;

/** The provider makes the client of these. */
const CLIENT = {
  endpoint: true,
  adapter: true,
  client: true,
  scope: true,
  initialConnection: true,
  onEvent: true,
  onAuthError: true,
} satisfies Record<keyof ClientSettings | keyof ConnectionSource, true>;

/** The plain settings with their defaults filled in. */
export type PlainSettings = {
  [Name in keyof Required<Plain>]: (typeof DEFAULTS)[Name] extends undefined ? Plain[Name] : NonNullable<Plain[Name]>;
};

export function plainSettings(given: Plain): PlainSettings {
  const names = Object.keys(DEFAULTS) as (keyof Plain)[];
  // Its keys are those of DEFAULTS, whose type holds them to PlainSettings.
  return Object.fromEntries(names.map((name) => [name, given[name] ?? DEFAULTS[name]])) as PlainSettings;
}

const ALL = { ...DEFAULTS, ...WORDS, ...CLIENT };

/** The props of a component that brings its provider along, without the provider's own. */
export function withoutSettings<T extends object>(props: T): Omit<T, keyof typeof ALL> {
  const rest: Partial<T> = {};
  for (const name of Object.keys(props) as (keyof T)[]) if (!Object.hasOwn(ALL, name)) rest[name] = props[name];
  return rest as Omit<T, keyof typeof ALL>;
}
