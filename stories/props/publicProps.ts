import type { HTMLAttributes } from "react";
import type {
  DisconnectDialogProps,
  StatusBadgeProps,
  StripeConnectionCardProps,
  StripeConnectionProviderProps,
  StripeConnectionReturnProps,
  StripeOnboardingProps,
  StripeSectionProps,
  TroubleshootPanelProps,
} from "react-stripe-connection";
import {
  DisconnectDialog,
  StatusBadge,
  StripeConnectionProvider,
  StripeConnectionReturn,
  StripeOnboarding,
  StripeSection,
  TroubleshootPanel,
} from "react-stripe-connection";
import { CardLookProps } from "./CardLookProps.js";
import { type Documented, docsOf, type PropDoc } from "./docsOf.js";

/** What goes to the root element is HTML's. */
type Own<Props, Element = HTMLElement> = Exclude<keyof Props, keyof HTMLAttributes<Element> | "ref" | "key">;
/** Complete by its type: a prop that is not named here does not compile. */
type Names<Props, More extends PropertyKey = never> = Record<Own<Props> | More, true>;

export interface PublicComponent {
  name: string;
  /** Where its props and their sentences are written. */
  files: readonly string[];
  /** Every prop of its type. */
  names: readonly string[];
  /** What the sources say of them. */
  docs: readonly PropDoc[];
  sentence: string;
  rest: string;
}

type Source = readonly [component: Documented, file: string];

function component(
  sources: readonly [Source, ...Source[]],
  names: object,
  { rest = "", more = [] }: { rest?: string; more?: readonly PropDoc[] } = {},
): PublicComponent {
  const read = sources.map(([source]) => docsOf(source));
  const [[, first]] = sources;
  return {
    name: (first.split("/").at(-1) ?? "").replace(".tsx", ""),
    files: sources.map(([, file]) => file),
    names: Object.keys(names),
    docs: [...more, ...read.flatMap(({ props }) => props)],
    sentence: read[0]?.sentence ?? "",
    rest,
  };
}

/** A union of shapes, in which the reader of the sources finds no properties. */
export const SOURCE: readonly PropDoc[] = [
  {
    name: "endpoint",
    isRequired: true,
    type: "string",
    sentence: 'Where your handler answers, such as "/api/stripe/test". Or `adapter`, or `client`: one of the three.',
  },
  {
    name: "adapter",
    isRequired: true,
    type: "StripeConnectionAdapter",
    sentence: "A way of your own to your back end. Make it once: outside of the component, or with `useMemo`.",
  },
  {
    name: "client",
    isRequired: true,
    type: "ConnectionClient",
    sentence:
      "From `createConnectionClient`, for a page that reads the connection outside of React too. Its options are `scope`, `initialConnection` and `onAuthError` then.",
  },
];

const CARD: Names<Omit<StripeConnectionCardProps, keyof StripeConnectionProviderProps>, "onError"> = {
  headingLevel: true,
  elevation: true,
  density: true,
  logo: true,
  supportUrl: true,
  hideReuseHint: true,
  slots: true,
  components: true,
  onError: true,
};

const PROVIDER: Record<keyof StripeConnectionProviderProps, true> = {
  endpoint: true,
  adapter: true,
  client: true,
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

const SECTION: Names<StripeSectionProps> = { name: true };

const RETURN: Names<StripeConnectionReturnProps> = { intent: true, onDone: true, onReturn: true };

const TO_ROOT = "className, style, ref and all other attributes go to the root element.";

const COMPONENTS = "src/components";

export const PUBLIC_COMPONENTS: readonly PublicComponent[] = [
  {
    ...component([[CardLookProps, "stories/props/CardLookProps.tsx"]], CARD, {
      rest: `Without a provider above it, it takes every prop of StripeConnectionProvider too. ${TO_ROOT}`,
    }),
    name: "StripeConnectionCard",
  },
  component([[StripeConnectionProvider, "src/react/StripeConnectionProvider.tsx"]], PROVIDER, { more: SOURCE }),
  component([[StatusBadge, `${COMPONENTS}/StatusBadge/StatusBadge.tsx`]], BADGE, { rest: TO_ROOT }),
  component([[TroubleshootPanel, `${COMPONENTS}/TroubleshootPanel/TroubleshootPanel.tsx`]], PANEL, { rest: TO_ROOT }),
  component([[DisconnectDialog, `${COMPONENTS}/DisconnectDialog/DisconnectDialog.tsx`]], DIALOG),
  component([[StripeOnboarding, `${COMPONENTS}/StripeOnboarding/StripeOnboarding.tsx`]], ONBOARDING),
  component([[StripeSection, `${COMPONENTS}/StripeSection/StripeSection.tsx`]], SECTION, { rest: TO_ROOT }),
  component([[StripeConnectionReturn, "src/components/StripeConnectionReturn/StripeConnectionReturn.tsx"]], RETURN),
];
