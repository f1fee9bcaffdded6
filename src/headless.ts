export type { AdapterHeaders, HttpAdapterOptions } from "./client/http/httpAdapter.js";
export { httpAdapter } from "./client/http/httpAdapter.js";
export type {
  AccountSessionInput,
  CallOptions,
  ConnectInput,
  ConnectionListener,
  DashboardLink,
  OnboardingLink,
  StripeConnectionAdapter,
} from "./core/adapter.js";
export type { After } from "./core/async.js";
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
export type { ConnectionClientOptions, OwnedConnectionClient } from "./client/connectionClient.js";
export { createConnectionClient } from "./client/connectionClient.js";
export type { ConnectionClient, ConnectionOperations, ConnectionState } from "./client/connectionState.js";
export type { ConnectionErrorCode, ConnectionErrorDetails } from "./core/errors.js";
export { ConnectionError } from "./core/errors.js";
export type { ConnectionEvent, OnboardingFailure, Operation } from "./core/events.js";
export type { Channel, Runtime } from "./client/runtime.js";
export type { ConnectionProviderProps } from "./react/ConnectionProvider.js";
export { ConnectionProvider as StripeConnectionProvider } from "./react/ConnectionProvider.js";
export type { ClientSettings, ConnectionSource } from "./react/useConnectionClient.js";
export type { StripeConnection } from "./react/useStripeConnection.js";
export { useStripeConnection } from "./react/useStripeConnection.js";
