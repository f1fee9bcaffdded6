import { connection as untilRequested } from "next/server.js";
import { headers } from "next/headers.js";
import type { Connection } from "../core/connection.js";
import { ConnectionError } from "../core/errors.js";
import { createConnectionHandler } from "../server/createConnectionHandler.js";
import type { ConnectionHandler, ConnectionHandlerOptions } from "../server/handlerOptions.js";
import { closeOnSignal } from "./closeOnSignal.js";
import { oncePerProcess } from "./oncePerProcess.js";

/** Options of the handler that `setup` makes: they live as long as the process, or need its secrets. */
export type NextConnectionResources = Pick<
  ConnectionHandlerOptions,
  "stripe" | "store" | "publishableKey" | "webhookSecrets"
>;

/** Options of `createConnectionHandler`, in two parts: what `setup` returns, and the rest. */
export interface NextConnectionOptions extends Omit<ConnectionHandlerOptions, keyof NextConnectionResources> {
  /** The path of the folder below `app/` that has the routes, without Next.js's own `basePath`. */
  basePath: string;
  /**
   * Opens what the process has once: the Stripe client, the database. Called with the first request, so that
   * `next build` needs neither secrets nor a database. A rejection is thrown to this request, and the next one calls it again.
   */
  setup(): NextConnectionResources | Promise<NextConnectionResources>;
  /**
   * How often the process reads again what webhooks missed, in milliseconds. `false` where no process stays, as on
   * Vercel: call `(await handler()).reconcile()` from a cron job. Default: 60 000.
   */
  reconcileEvery?: number | false;
}

/** What `createNextConnection` makes. */
export interface NextConnection {
  /** For `app/{basePath}/[...path]/route.ts`. */
  GET(request: Request): Promise<Response>;
  /** As `GET`. */
  POST(request: Request): Promise<Response>;
  /**
   * The connection as this request's viewer may see it, for the card's `initialConnection`; in a Server Component. `null`
   * for who is signed out or may not look, and when the store or Stripe can't be reached: the card then asks for itself,
   * and says what is wrong. The log has the reason.
   */
  connectionFor(): Promise<Connection | null>;
  /** The handler itself, for `getConnection(tenant)` and `reconcile()`. Rejects as `setup` does. */
  handler(): Promise<ConnectionHandler>;
}

/**
 * The back end of one mode in Next.js. Next.js evaluates a module once for each bundle and after each hot reload: the
 * process still has one handler for each `basePath`. Its functions (`authorize`, `onConnected`, …) are always those of
 * the newest module; other options change with the process. It closes on SIGTERM and SIGINT, so that open pages do not
 * keep the server from ending.
 */
export function createNextConnection(options: NextConnectionOptions): NextConnection {
  const handler = oncePerProcess(options.basePath, options, openHandler);
  const answer = async (request: Request): Promise<Response> => (await handler()).fetch(request);

  return {
    GET: answer,
    POST: answer,
    handler,

    async connectionFor() {
      // What follows reads the clock and the database: nothing of it may happen while a page is prerendered.
      await untilRequested();
      const opened = await handler();
      const { basePath, publicUrl } = options;
      const request = new Request(new URL(basePath, publicUrl), { headers: await headers() });
      try {
        return await opened.connectionFor(request);
      } catch (thrown) {
        if (thrown instanceof ConnectionError) return null;
        throw thrown;
      }
    },
  };
}

async function openHandler(newest: () => NextConnectionOptions): Promise<ConnectionHandler> {
  const { setup, reconcileEvery = 60_000, ...options } = newest();
  const resources = await setup();
  const handler = createConnectionHandler({ ...withNewestFunctions(options, newest), ...resources });
  closeOnSignal(handler);
  if (reconcileEvery !== false) handler.start({ reconcileEvery });
  return handler;
}

/** The options with each function replaced by one that calls the newest module's. */
function withNewestFunctions<T extends object>(options: T, newest: () => object): T {
  const delegated = Object.entries(options)
    .filter((entry): entry is [string, Function] => typeof entry[1] === "function")
    .map(([name, first]) => [
      name,
      (...args: unknown[]): unknown => {
        const current: unknown = Reflect.get(newest(), name);
        return Reflect.apply(typeof current === "function" ? current : first, newest(), args);
      },
    ]);
  return { ...options, ...Object.fromEntries(delegated) };
}
