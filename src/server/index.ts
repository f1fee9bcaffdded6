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
export { nodeListener } from "./http/nodeListener.js";
export type {
  AuditEntry,
  Change,
  ConnectionStore,
  Fact,
  GenerationKey,
  Key,
  PendingFact,
  ReadBy,
} from "./store/connectionStore.js";
export type { AccountSnapshot, Claim, StoredConnection } from "./store/storedConnection.js";
export type { Viewer } from "./viewer.js";
export { ConnectionError } from "../core/errors.js";
export type { Connection, DerivedConnection, Mode } from "../core/connection.js";
