import { createAccountConnector } from "./operations/connectAccount.js";
import { createActions } from "./operations/actions.js";
import { readAuditTrail } from "./operations/auditTrail.js";
import { authorizeRequest } from "./http/authorizeRequest.js";
import { createCallbacks } from "./operations/callbacks.js";
import { checkOptions } from "./checkOptions.js";
import { createAccountDisconnector } from "./operations/disconnectAccount.js";
import type { ConnectionHandler, ConnectionHandlerOptions } from "./handlerOptions.js";
import { createLiveUpdates } from "./http/liveUpdates.js";
import { rejectAfter } from "../core/async.js";
import { ConnectionError } from "../core/errors.js";
import { readThrough } from "./operations/readConnection.js";
import { replaceInDevelopment } from "./replaceInDevelopment.js";
import { createReconciler } from "./operations/reconcile.js";
import { createHandlerContext } from "./context.js";
import { createRoutes } from "./http/routes.js";
import { fetchOver } from "./http/textAnswer.js";
import { createSchedule } from "./operations/schedule.js";
import { createAccountSync } from "./operations/syncAccount.js";
import { createWebhookReceiver } from "./http/webhooks.js";

/** `close` waits no longer for what hangs. Milliseconds. */
const CLOSE_MS = 10_000;

/**
 * The back end of one mode: `fetch` takes a web `Request` and gives a `Response`.
 * Throws at once, with the fix, for options that can't work.
 */
export function createConnectionHandler(options: ConnectionHandlerOptions): ConnectionHandler {
  return assembleHandler(checkOptions(options));
}

function assembleHandler(options: ConnectionHandlerOptions): ConnectionHandler {
  const context = createHandlerContext(options);
  const callbacks = createCallbacks(context);
  const accountSync = createAccountSync(context, callbacks);
  const { sync } = accountSync;
  const connector = createAccountConnector(context, sync);
  const disconnector = createAccountDisconnector(context, callbacks);
  const live = createLiveUpdates(context);
  const reconciler = createReconciler(context, { sync, connector, disconnector, callbacks });
  const schedule = createSchedule(context.runtime);
  const routes = createRoutes(context, {
    actions: createActions(context, { sync, connector, disconnector }),
    sync,
    live,
    receiveWebhook: createWebhookReceiver(context, sync, connector),
  });

  let isClosing = false;
  const close = async () => {
    isClosing = true;
    schedule.end();
    reconciler.close();
    callbacks.close();
    accountSync.close();
    context.later("ending the subscription to changes", live.close);
    await rejectAfter(context.runtime.after, CLOSE_MS, context.idle(), () => new ConnectionError("timeout")).catch(() =>
      context.logger.warn("the handler is closed, and work of its own goes on", {
        unfinished: context.unfinished().join(", "),
      }),
    );
  };

  return {
    basePath: options.basePath,

    fetch: fetchOver(async (request, given) => {
      const response = await routes.fetch(request, given);
      // An open page asks again at once, and a connection that is kept alive keeps a server of HTTP/1 from ending.
      if (isClosing) response.headers.set("connection", "close");
      return response;
    }),

    async connectionFor(request, given = {}) {
      const viewer = await authorizeRequest(context, request, given);
      try {
        return await context.present(await readThrough(context, sync, viewer.tenant, request), viewer);
      } catch (thrown) {
        // A page that goes on without the connection must not hide why.
        context.logFailure("the connection could not be read for a page", thrown);
        throw thrown;
      }
    },

    async getConnection(tenant) {
      mustName(tenant);
      return context.presentWhole(await context.read(tenant), tenant);
    },

    async importConnection(tenant, accountId) {
      mustName(tenant);
      return context.presentWhole(await connector.importAccount(tenant, accountId), tenant);
    },

    async auditTrail(tenant, options) {
      mustName(tenant);
      return readAuditTrail(context, tenant, options);
    },

    async purgeTenant(tenant) {
      mustName(tenant);
      await context.store.purge(tenant);
    },

    reconcile: () => reconciler.run(),

    start({ reconcileEvery = 60_000 } = {}) {
      schedule.every(reconcileEvery, () => context.later("reconciling", reconciler.run));
      const closeBefore = replaceInDevelopment(`${options.mode} ${options.basePath}`, close);
      if (closeBefore) context.later("closing the handler from before a hot reload", closeBefore);
      if (context.store.subscribe) context.later("listening for changes", live.start);
      else context.logger.warn("this store has no `subscribe`, so nothing is pushed and pages poll");
    },

    close,
  };
}

/** A number is another tenant than its text, and an empty text is a tenant: both would look like "not connected". */
function mustName(tenant: unknown): void {
  if (typeof tenant === "string" && tenant !== "") return;
  throw new ConnectionError("invalid_request", { message: "name the tenant with the text that `authorize` gives" });
}
