import { createAccountConnector } from "./operations/connectAccount.js";
import { createActions } from "./operations/actions.js";
import { readAuditTrail } from "./operations/auditTrail.js";
import { authorizeRequest } from "./http/authorizeRequest.js";
import { createCallbacks } from "./operations/callbacks.js";
import { checkOptions } from "./checkOptions.js";
import { createAccountDisconnector } from "./operations/disconnectAccount.js";
import type { ConnectionHandler, ConnectionHandlerOptions } from "./handlerOptions.js";
import { createLiveUpdates } from "./http/liveUpdates.js";
import { ConnectionError } from "../core/errors.js";
import { readThrough } from "./operations/readConnection.js";
import { createReconciler } from "./operations/reconcile.js";
import { createRoom } from "./room.js";
import { createRoutes } from "./http/routes.js";
import { createSchedule } from "./operations/schedule.js";
import { createAccountSync } from "./operations/syncAccount.js";
import { createWebhookReceiver } from "./http/webhooks.js";

/**
 * The back end of one mode: `fetch` takes a web `Request` and gives a `Response`.
 * Throws at once, with the fix, for options that can't work.
 */
export function createConnectionHandler(options: ConnectionHandlerOptions): ConnectionHandler {
  checkOptions(options);
  const room = createRoom(options);
  const callbacks = createCallbacks(room);
  const accountSync = createAccountSync(room, callbacks);
  const { sync } = accountSync;
  const connector = createAccountConnector(room, sync);
  const disconnector = createAccountDisconnector(room, callbacks);
  const live = createLiveUpdates(room);
  const reconciler = createReconciler(room, { sync, connector, disconnector, callbacks });
  const schedule = createSchedule(room.runtime);
  const routes = createRoutes(room, {
    actions: createActions(room, { sync, connector, disconnector }),
    sync,
    live,
    receiveWebhook: createWebhookReceiver(room, sync, connector),
  });

  return {
    fetch: async (request) => routes.fetch(request),

    async connectionFor(request) {
      const viewer = await authorizeRequest(room, request);
      return room.present(await readThrough(room, sync, viewer.tenant, request), viewer);
    },

    async getConnection(tenant) {
      mustName(tenant);
      return room.presentWhole(await room.read(tenant), tenant);
    },

    async importConnection(tenant, accountId) {
      mustName(tenant);
      return room.presentWhole(await connector.importAccount(tenant, accountId), tenant);
    },

    async auditTrail(tenant, options) {
      mustName(tenant);
      return readAuditTrail(room, tenant, options);
    },

    async purgeTenant(tenant) {
      mustName(tenant);
      await room.store.purge(tenant);
    },

    reconcile: () => reconciler.run(),

    start({ reconcileEvery = 60_000 } = {}) {
      schedule.every(reconcileEvery, () => room.later("reconciling", reconciler.run));
      if (room.store.subscribe) room.later("listening for changes", live.start);
      else room.logger.warn("this store has no `subscribe`, so nothing is pushed and pages poll");
    },

    async close() {
      schedule.end();
      reconciler.close();
      callbacks.close();
      accountSync.close();
      await live.close();
      await room.idle();
    },
  };
}

/** A number is another tenant than its text, and nobody at all has a connection, too: both would look like "not connected". */
function mustName(tenant: unknown): void {
  if (typeof tenant === "string" && tenant !== "") return;
  throw new ConnectionError("invalid_request", { message: "name the tenant with the text that `authorize` gives" });
}
