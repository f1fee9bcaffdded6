import type { HTMLAttributes } from "react";
import type {
  DisconnectDialogProps,
  StatusBadgeProps,
  StripeConnectionCardProps,
  StripeConnectionProviderProps,
  StripeConnectionReturnProps,
  StripeOnboardingProps,
  TroubleshootPanelProps,
} from "react-stripe-connection";
import {
  DisconnectDialog,
  StatusBadge,
  StripeConnectionProvider,
  StripeConnectionReturn,
  StripeOnboarding,
  TroubleshootPanel,
} from "react-stripe-connection";
import { ConnectionCard } from "../../src/components/StripeConnectionCard/ConnectionCard.js";
import { CardLookProps } from "./CardLookProps.js";
import { type Documented, docsOf, type PropDoc } from "./docsOf.js";

/** What goes to the root element is HTML's. */
type Own<Props, Element = HTMLElement> = Exclude<keyof Props, keyof HTMLAttributes<Element> | "ref" | "key">;
/** Complete by its type: a prop that is not named here does not compile. */
type Names<Props, More extends PropertyKey = never> = Record<Own<Props> | More, true>;

export interface PublicComponent {
  name: string;
  /** Every prop of its type. */
  names: readonly string[];
  /** What the sources say of them. */
  docs: readonly PropDoc[];
  sentence: string;
  rest: string;
}

const component = (name: string, source: Documented, names: object, rest = "", more: readonly PropDoc[] = []) => {
  const { sentence, props } = docsOf(source);
  const docs = [...more, ...props];
  return { name, names: Object.keys(names), docs, sentence, rest } satisfies PublicComponent;
};

/** A union of two shapes, in which the reader of the sources finds no properties. */
const SOURCE: readonly PropDoc[] = [
  {
    name: "endpoint",
    isRequired: true,
    type: "string",
    sentence: 'Where your handler answers, such as "/api/stripe/test". Or `adapter`, not both.',
  },
  {
    name: "adapter",
    isRequired: true,
    type: "StripeConnectionAdapter",
    sentence: "A way of your own to your back end. Make it once: outside of the component, or with `useMemo`.",
  },
];

const CARD: Names<Omit<StripeConnectionCardProps, keyof StripeConnectionProviderProps>, "onError"> = {
  headingLevel: true,
  elevation: true,
  density: true,
  logo: true,
  supportUrl: true,
  slots: true,
  components: true,
  onError: true,
};

const PROVIDER: Record<keyof StripeConnectionProviderProps, true> = {
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
  children: true,
};

const BADGE: Names<StatusBadgeProps> = { status: true, reason: true, label: true };

const DIALOG: Names<DisconnectDialogProps> = {
  open: true,
  onOpenChange: true,
  preview: true,
  startOver: true,
  pending: true,
  error: true,
  onConfirm: true,
  onRetry: true,
  returnFocus: true,
};

const PANEL: Names<TroubleshootPanelProps> = { connection: true, onFix: true, onCheck: true };

const ONBOARDING: Names<StripeOnboardingProps> = { purpose: true, requirements: true, onExit: true };

const RETURN: Names<StripeConnectionReturnProps> = { intent: true, onDone: true, onReturn: true };

const TO_ROOT = "className, style, ref and all other attributes go to the root element.";

export const PUBLIC_COMPONENTS: readonly PublicComponent[] = [
  component(
    "StripeConnectionCard",
    CardLookProps,
    CARD,
    `Without a provider above it, it takes every prop of StripeConnectionProvider too. ${TO_ROOT}`,
    docsOf(ConnectionCard).props,
  ),
  component("StripeConnectionProvider", StripeConnectionProvider, PROVIDER, "", SOURCE),
  component("StatusBadge", StatusBadge, BADGE, TO_ROOT),
  component("TroubleshootPanel", TroubleshootPanel, PANEL, TO_ROOT),
  component("DisconnectDialog", DisconnectDialog, DIALOG),
  component("StripeOnboarding", StripeOnboarding, ONBOARDING),
  component("StripeConnectionReturn", StripeConnectionReturn, RETURN),
];
