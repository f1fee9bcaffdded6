/** What a host imports: components, provider, hook, adapter, words and types. */
export type { AdapterHeaders, HttpAdapterOptions } from "./client/http/httpAdapter.js";
export { httpAdapter } from "./client/http/httpAdapter.js";
export type { DisconnectDialogProps } from "./components/DisconnectDialog/DisconnectDialog.js";
export { DisconnectDialog } from "./components/DisconnectDialog/DisconnectDialog.js";
export type { StatusBadgeProps } from "./components/StatusBadge/StatusBadge.js";
export { StatusBadge } from "./components/StatusBadge/StatusBadge.js";
export type { HeadingLevel } from "./components/StripeConnectionCard/CardHead.js";
export type { CardOperations, CardSlots, SlotProps } from "./components/StripeConnectionCard/CardOptions.js";
export type { CardLook, StripeConnectionCardProps } from "./components/StripeConnectionCard/StripeConnectionCard.js";
export { StripeConnectionCard } from "./components/StripeConnectionCard/StripeConnectionCard.js";
export type { StripeOnboardingProps } from "./components/StripeOnboarding/StripeOnboarding.js";
export { StripeOnboarding } from "./components/StripeOnboarding/StripeOnboarding.js";
export type { StripeSectionProps } from "./components/StripeSection/StripeSection.js";
export { StripeSection } from "./components/StripeSection/StripeSection.js";
export type { TroubleshootPanelProps } from "./components/TroubleshootPanel/TroubleshootPanel.js";
export { TroubleshootPanel } from "./components/TroubleshootPanel/TroubleshootPanel.js";
export type {
  AccountSessionInput,
  CallOptions,
  ConnectInput,
  ConnectionListener,
  DashboardLink,
  OnboardingLink,
  StripeConnectionAdapter,
} from "./core/adapter.js";
export type {
  AccountSession,
  Capability,
  ConnectedAccount,
  Connection,
  ConnectionAction,
  ConnectionReason,
  ConnectionStatus,
  DerivedConnection,
  DisconnectNotice,
  DisconnectPreview,
  Flow,
  Mode,
  PersonRole,
  Requirement,
  RequirementGroup,
  RequirementPerson,
  RequirementState,
  FormPurpose,
  SessionPurpose,
  WaitingOn,
} from "./core/connection.js";
export type { Denial, Permission, Permissions, SectionName, SectionPermissions } from "./core/permissions.js";
export type { ConnectionClient, ConnectionOperations, ConnectionState } from "./client/connectionState.js";
export type { ConnectionErrorCode, ConnectionErrorDetails } from "./core/errors.js";
export { ConnectionError } from "./core/errors.js";
export type { ConnectionEvent, OnboardingFailure, Operation } from "./core/events.js";
export type { DescribeOptions } from "./messages/describe/describeConnection.js";
export { describeConnection } from "./messages/describe/describeConnection.js";
export type { DescribedNotice, DescribedRequirement, Description, Tone } from "./messages/describe/description.js";
export type { ExplainedRequirement, ExplainOptions, RequirementToExplain } from "./messages/explainRequirement.js";
export { explainRequirement } from "./messages/explainRequirement.js";
export type {
  MessageOverrides,
  Messages,
  Purpose,
  RequirementMessages,
  SectionMessages,
} from "./messages/messages.js";
export type { StripeConnectionReturnProps } from "./components/StripeConnectionReturn/StripeConnectionReturn.js";
export { StripeConnectionReturn } from "./components/StripeConnectionReturn/StripeConnectionReturn.js";
export type { StripeConnectionProviderProps, StripeConnectionSettings } from "./react/settings.js";
export { StripeConnectionProvider } from "./react/StripeConnectionProvider.js";
export type { ClientSettings, ConnectionSource } from "./react/useConnectionClient.js";
export type { StripeConnection } from "./react/useStripeConnection.js";
export { useStripeConnection } from "./react/useStripeConnection.js";
export type { ButtonProps } from "./components/primitives/Button.js";
export type {
  HostComponents,
  HostDialogProps,
  HostMenuProps,
  MenuAction,
} from "./components/primitives/HostComponents.js";
export { ConnectionComponents } from "./components/primitives/HostComponents.js";
export type { StripeFont } from "./theme/stripeFont.js";
export { inCssLayer } from "./theme/inCssLayer.js";
export type { ColorContrast, ColorScheme, ConnectionTheme, TokenName } from "./theme/tokens.js";
