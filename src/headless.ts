export type { AdapterHeaders, HttpAdapterOptions } from "./adapters/httpAdapter.js";
export { httpAdapter } from "./adapters/httpAdapter.js";
export type {
  AccountSessionInput,
  CallOptions,
  ConnectInput,
  ConnectionListener,
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
  Denial,
  DisconnectNotice,
  DisconnectPreview,
  Flow,
  Mode,
  Permission,
  Permissions,
  PersonRole,
  Requirement,
  RequirementGroup,
  RequirementPerson,
  RequirementState,
  SessionPurpose,
  WaitingOn,
} from "./core/connection.js";
export { createConnectionClient } from "./core/connectionClient.js";
export type { ConnectionClient, ConnectionOperations, ConnectionState } from "./core/connectionState.js";
export type { ConnectionErrorCode, ConnectionErrorDetails } from "./core/errors.js";
export { ConnectionError } from "./core/errors.js";
export type { ConnectionEvent, OnboardingFailure, Operation } from "./core/events.js";
export type { ConnectionClientOptions, OwnedConnectionClient } from "./core/ownedConnectionClient.js";
export type { Channel, Runtime } from "./core/runtime.js";
export type { ConnectionProviderProps } from "./react/ConnectionProvider.js";
export { ConnectionProvider as StripeConnectionProvider } from "./react/ConnectionProvider.js";
export type { ClientSettings, ConnectionSource } from "./react/useConnectionClient.js";
export type { StripeConnection } from "./react/useStripeConnection.js";
export { useStripeConnection } from "./react/useStripeConnection.js";
