/// <reference types="node" />
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, RequestError } from "@hono/node-server";
import { isLoopback } from "../server/stripeApi.js";
import { refuseInProduction } from "./refuseInProduction.js";
import type { StripeSimulator } from "./stripeSimulator.js";

export { fileJournal } from "./fileJournal.js";

/** Where a simulator listens. */
export interface ListenOptions {
  /** Default 0: a free one. */
  port?: number;
  /** Names that it answers to besides `localhost`, `127.0.0.1` and `[::1]`, such as `host.docker.internal`. */
  allowedHosts?: readonly string[];
  /** It refuses to start under NODE_ENV=production. */
  allowInProduction?: boolean;
}

/** A simulator that answers over HTTP. */
export interface ListeningSimulator {
  /** Such as `http://127.0.0.1:40123`. For the `stripe` package: its `host`, `port` and `protocol: 'http'`. */
  url: string;
  /** The stand-in for Stripe's script, which fills the accounts of this simulator. For the `connectJsUrl` of a page. */
  connectJsUrl: string;
  /** Ends the server and its open connections; the simulator itself goes on. */
  close(): Promise<void>;
}

// As a variable, or bundlers would take the file for a picture and put it in here.
const STAND_IN = "./connect.js";

/** Puts a simulator on 127.0.0.1, and nowhere else. Rejects where the port is taken. */
export async function listenSimulator(
  simulator: StripeSimulator,
  options: ListenOptions = {},
): Promise<ListeningSimulator> {
  refuseInProduction("the simulator of Stripe", options.allowInProduction);
  // A request's name is compared in lower case.
  const allowed = new Set(options.allowedHosts?.map((name) => name.toLowerCase()));
  const isAllowed = (name: string) => isLoopback(name) || allowed.has(name);
  const server = createServer((incoming, outgoing) => {
    const answer = getRequestListener(
      async (request) => {
        const { hostname, pathname } = new URL(request.url);
        // A target that is a whole address has a name of its own.
        const foreign = [nameOfHost(incoming.headers.host ?? ""), hostname].find((name) => !isAllowed(name));
        if (foreign !== undefined) return refusal(foreign);
        return pathname === "/connect.js" ? await standIn() : await simulator.fetch(request);
      },
      {
        errorHandler(failure) {
          if (failure instanceof RequestError) return new Response(null, { status: 400 });
          // The simulator was told to break the line, or to lose its answer.
          outgoing.destroy();
        },
        overrideGlobalObjects: false,
      },
    );
    void answer(incoming, outgoing);
  });
  await started(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    connectJsUrl: `${url}/connect.js?api=${url}`,
    close: () => ended(server),
  };
}

async function standIn(): Promise<Response> {
  const script = await readFile(new URL(STAND_IN, import.meta.url), "utf8");
  return new Response(script, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" },
  });
}

/** The name in a `Host` header. */
const nameOfHost = (host: string) => host.replace(/:\d*$/, "").toLowerCase();

/** A page of the internet whose name is made to point here (DNS rebinding) must not read or steer the simulator. */
const refusal = (name: string) =>
  new Response(
    `The simulator of Stripe does not answer to the name ${JSON.stringify(name)}, which may belong to another site. ` +
      "Ask for 127.0.0.1, or allow the name: listenSimulator's `allowedHosts`, or --allowed-host on the command line.\n",
    { status: 403, headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" } },
  );

const started = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });

const ended = (server: Server) =>
  new Promise<void>((resolve, reject) => {
    server.close((failure) => (failure ? reject(failure) : resolve()));
    server.closeAllConnections();
  });
