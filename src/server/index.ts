export type { AccountDashboard } from "../stripe/accountFacts.js";
export type { CapabilityReasons } from "../stripe/capabilityReasons.js";
export type { DeriveOptions } from "../stripe/deriveConnection.js";
export { deriveConnection } from "../stripe/deriveConnection.js";
export { assertStripeKeys, type StripeKeys } from "./assertStripeKeys.js";
export { createConnectionHandler } from "./createConnectionHandler.js";
export type {
  AccountParamsInput,
  AuditTrailOptions,
  AuthorizeContext,
  ConnectionFact,
  ConnectionHandler,
  ConnectionHandlerOptions,
  DisconnectChecks,
  DisconnectInput,
  FactCallback,
  NewAccountParams,
  ReconcileReport,
  StripeClient,
} from "./handlerOptions.js";
export type { Logger, LogFields, Metrics } from "./logger.js";
export {
  /** @deprecated Import it from `react-stripe-connection/node`. */
  nodeListener,
} from "./node/nodeListener.js";
export type { Runtime } from "./runtime.js";
export type {
  AuditEntry,
  AuditRecord,
  Change,
  ConnectionStore,
  Fact,
  GenerationKey,
  Key,
  PendingFact,
  ReadBy,
} from "./store/connectionStore.js";
export type { AccountParams, AccountSnapshot, Claim, Ending, StoredConnection } from "./store/storedConnection.js";
export { stripeApi } from "./stripeApi.js";
export type { Viewer } from "./viewer.js";
export type { ConnectionErrorCode, ConnectionErrorDetails } from "../core/errors.js";
export { ConnectionError } from "../core/errors.js";
export type {
  Capability,
  ConnectedAccount,
  Connection,
  ConnectionAction,
  ConnectionReason,
  ConnectionStatus,
  DerivedConnection,
  Flow,
  Mode,
  PersonRole,
  Requirement,
  RequirementGroup,
  RequirementPerson,
  RequirementState,
  WaitingOn,
} from "../core/connection.js";
export type { Denial, Permission, Permissions, SectionName, SectionPermissions } from "../core/permissions.js";
export type { After } from "../core/async.js";
