export { deriveConnection } from "../stripe/deriveConnection.js";
export { assertStripeKeys, type StripeKeys } from "./assertStripeKeys.js";
export { createConnectionHandler } from "./createConnectionHandler.js";
export type {
  AccountParamsInput,
  ConnectionFact,
  ConnectionHandler,
  ConnectionHandlerOptions,
  DisconnectChecks,
  DisconnectInput,
  FactCallback,
  NewAccountParams,
  ReconcileReport,
} from "./handlerOptions.js";
export type { Logger, LogFields, Metrics } from "./logger.js";
export { nodeListener } from "./nodeListener.js";
export type {
  AuditEntry,
  Change,
  ConnectionStore,
  Fact,
  GenerationKey,
  Key,
  PendingFact,
  ReadBy,
} from "./connectionStore.js";
export type { AccountSnapshot, Claim, StoredConnection } from "../core/storedConnection.js";
export type { Viewer } from "../core/viewer.js";
export { ConnectionError } from "../core/errors.js";
export type { Connection, DerivedConnection, Mode } from "../core/connection.js";
