/// <reference types="node" />
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { CONTROL_PATH } from "./api/controlEndpoint.js";
import { refuseInProduction } from "./refuseInProduction.js";
import type { StripeSimulator } from "./stripeSimulator.js";

export { fileJournal } from "./fileJournal.js";

/** Where a simulator listens. */
export interface ListenOptions {
  /** Default 0: a free one. */
  port?: number;
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
  const server = createServer((incoming, outgoing) => {
    const answer = getRequestListener(
      async (request) => {
        if (isForeign(incoming)) return new Response(null, { status: 403 });
        return new URL(request.url).pathname === "/connect.js" ? await standIn() : await simulator.fetch(request);
      },
      {
        // Where the simulator was told to break the line, or to lose its answer.
        errorHandler: () => {
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

/** A page of the internet whose name points here (DNS rebinding) must not steer the simulator. */
function isForeign(incoming: IncomingMessage): boolean {
  const host = (incoming.headers.host ?? "").replace(/:\d+$/, "");
  return CONTROL_PATH.test(incoming.url ?? "") && host !== "127.0.0.1" && host !== "localhost";
}

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
