import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type ConnectionHandler,
  type ConnectionHandlerOptions,
  createConnectionHandler,
} from "react-stripe-connection/server";
import { nodeListener } from "react-stripe-connection/node";
import type { Mode, SectionName } from "react-stripe-connection";
import { type BootData, ENVIRONMENTS } from "../bootData.js";
import { demoRoutes } from "./demoRoutes.js";
import { openStore } from "./openStore.js";
import { lockData } from "./dataLock.js";
import { greeting } from "./greeting.js";
import { createHosts, refuseHost } from "./hosts.js";
import { pageHtml } from "./pageHtml.js";
import { type PageFiles, serveFile } from "./servePage.js";
import { createSessions, newSession } from "./session.js";
import { loadSettings, SettingsError } from "./settings.js";
import { realStripe, simulatedStripe, type StripeSide } from "./stripeSide.js";

export interface DemoParts {
  /** The repository. */
  root: string;
  http: Server;
  page: PageFiles;
}

/** Who looks, in each role. The card says who began. */
const PEOPLE = { admin: "Ada Moreno", member: "Sam Okafor" };

/** What the pages beside Billing show. */
const SECTIONS: readonly SectionName[] = ["notification_banner", "balances", "payouts_list", "documents"];

/** Stripe wants a country and an address for an account of v2. */
const ACCOUNTS_V2: Pick<ConnectionHandlerOptions, "accounts" | "countries" | "accountParams"> = {
  accounts: "v2",
  countries: ["US", "CA", "DE", "GB"],
  accountParams: () => ({ contact_email: "billing@customer.example" }),
};

/** A mode that has keys or a simulator. */
export interface DemoMode extends StripeSide {
  handler: ConnectionHandler;
}

export async function createDemo({
  root,
  http,
  page,
}: DemoParts): Promise<{ greeting: string; close(): Promise<void> }> {
  const settings = loadSettings(root);
  // First the folder: who starts a second demo hears where the first one is, and not that a port is in use.
  const lock = await lockData(settings.dataDir);
  const origin = await listen(http, settings.port);
  lock.servesAt(origin);
  const hosts = createHosts(settings.allowedHosts);
  const sessions = createSessions(settings.dataDir);
  const database = openStore(settings);

  const modes = new Map<Mode, DemoMode>();
  for (const mode of ENVIRONMENTS) {
    const on = settings.modes[mode];
    if (on.on === "nothing") continue;
    const side = on.on === "stripe" ? realStripe(on) : await simulatedStripe(mode, settings.dataDir);
    const basePath = `/api/stripe/${mode}`;
    const handler = createConnectionHandler({
      stripe: side.stripe,
      store: database.store,
      mode,
      publishableKey: side.publishableKey,
      webhookSecrets: [side.webhookSecret],
      basePath,
      publicUrl: origin,
      allowedOrigins: hosts.origins(origin),
      sections: SECTIONS,
      ...(settings.accounts === "v2" ? ACCOUNTS_V2 : {}),
      // The simulator answers within two seconds: what a killed server began need not wait longer.
      ...(side.simulator ? { runtime: { disconnectLease: 5_000 } } : {}),
      authorize: (request) => {
        const session = sessions.read(request);
        if (!session?.signedIn) return null;
        const admin = session.role === "admin";
        return {
          tenant: session.org,
          user: PEOPLE[session.role],
          can: { view: true, connect: admin, update: admin, disconnect: admin },
        };
      },
    });
    // Often, so that whoever plays with the drawer sees what was interrupted go on.
    handler.start({ reconcileEvery: 2_000 });
    const webhooks = `${origin}${basePath}/webhooks`;
    side.simulator?.deliverWebhooksTo(webhooks, side.webhookSecret, { connect: true });
    if (settings.accounts === "v2")
      side.simulator?.deliverWebhooksTo(webhooks, side.webhookSecret, { payload: "thin" });
    modes.set(mode, { ...side, handler });
  }

  const routes = demoRoutes({ sessions, modes, root });
  const demo = nodeListener({ fetch: async (request) => await routes.fetch(request) });
  const apis = ENVIRONMENTS.map((mode) => {
    const handler = modes.get(mode)?.handler;
    return { prefix: `/api/stripe/${mode}/`, listener: handler && nodeListener(handler) };
  });

  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!hosts.allows(request)) return refuseHost(request, response);
    const path = request.url ?? "/";
    const api = apis.find(({ prefix }) => path.startsWith(prefix));
    if (api?.listener) void api.listener(request, response);
    else if (/^\/(demo|simulator)\/|^\/connect\.js/.test(path)) void demo(request, response);
    else if (/^\/($|\?)/.test(path)) sendPage(request, response);
    else serveFile(page, request, response);
  });

  function sendPage(request: IncomingMessage, response: ServerResponse) {
    const known = sessions.read(new Request(origin, { headers: { cookie: request.headers.cookie ?? "" } }));
    const session = known ?? newSession();
    if (!known) response.setHeader("set-cookie", sessions.write(session));
    const boot: BootData = { role: session.role, signedIn: session.signedIn, modes: bootModes(settings.modes) };
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("cache-control", "no-store");
    response.end(pageHtml(boot));
  }

  return {
    greeting: greeting({
      origin,
      settings,
      simulators: new Map(
        [...modes].flatMap(([mode, { simulatorUrl }]) => (simulatorUrl ? [[mode, simulatorUrl]] : [])),
      ),
      cookie: sessions.write(newSession()).replace(/;.*/, ""),
      database: database.where,
    }),
    async close() {
      for (const mode of modes.values()) {
        await mode.handler.close();
        await mode.close();
      }
      await database.close();
    },
  };
}

function bootModes(modes: ReturnType<typeof loadSettings>["modes"]): BootData["modes"] {
  const boot = (mode: Mode): BootData["modes"][Mode] => {
    const settings = modes[mode];
    // The keys stay here.
    return settings.on === "nothing" ? settings : { on: settings.on };
  };
  return { test: boot("test"), live: boot("live") };
}

function listen(http: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new SettingsError(`Port ${port} is in use. End the other program, or choose a port: PORT=4243 npm start`)
          : error,
      );
    });
    http.listen(port, "127.0.0.1", () => {
      // Without a path or a pipe, `address()` is an AddressInfo.
      resolve(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    });
  });
}
