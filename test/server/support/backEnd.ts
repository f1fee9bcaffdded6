import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { onTestFinished } from "vitest";
import {
  type ConnectionHandler,
  type ConnectionHandlerOptions,
  type ConnectionStore,
  createConnectionHandler,
  type LogFields,
  nodeListener,
  type Viewer,
} from "react-stripe-connection/server";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { createStripeSimulator, type StripeSimulator } from "../../../src/simulator/index.js";
import { validatingFetch } from "../../support/openapi.js";
import { protocolValidators } from "../../support/protocolDocument.js";

export const SECRET = "whsec_ofTheConnectEndpoint";
export const BASE = "/api/stripe/test";
const protocol = protocolValidators({ exact: true });
export const ALL = { view: true, connect: true, update: true, disconnect: true };

/** Who is signed in, by the token that a request carries. */
export const VIEWERS: Record<string, Viewer> = {
  ada: { tenant: "org_ada", user: "ada", can: ALL },
  bob: { tenant: "org_bob", user: "bob", can: ALL },
  member: { tenant: "org_ada", user: "mel", can: { ...ALL, connect: false, update: false, disconnect: false } },
  stranger: { tenant: "org_ada", can: { ...ALL, view: false } },
};

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown>;
}

export interface BackEnd {
  simulator: StripeSimulator;
  handler: ConnectionHandler;
  store: ConnectionStore;
  stripe: Stripe;
  /** The address of the handler, over real HTTP. */
  url: string;
  /** Every call of Stripe's API: method and path. */
  calls: string[];
  logs: { level: string; message: string; fields: LogFields | undefined }[];
  metrics: { name: string; labels: Record<string, string> }[];
  /** Every byte that was answered. */
  sent: string[];
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  send: (path: string, init: RequestInit) => Promise<Answer>;
  /** Connects and walks the new account through a scenario, webhooks included. Resolves to its id. */
  connected: (as?: string) => Promise<string>;
  /** When webhooks and everything begun are through. */
  settled: () => Promise<void>;
}

export interface BackEndOptions {
  simulator?: StripeSimulator;
  store?: ConnectionStore;
  options?: Partial<ConnectionHandlerOptions>;
  /** Default: the handler is told of every event. */
  webhooks?: boolean;
  /** The handler's pauses. Default: the short ones, between two reads of an account, are next to nothing. */
  after?: (ms: number, run: () => void) => () => void;
}

/** A handler over real HTTP, the real SDK and the simulator, everything checked against Stripe's OpenAPI document. */
export async function startBackEnd({ webhooks = true, ...given }: BackEndOptions = {}): Promise<BackEnd> {
  const simulator = given.simulator ?? createStripeSimulator();
  const store = given.store ?? createMemoryStore({ now: () => simulator.clock.now() });
  const calls: string[] = [];
  const logs: BackEnd["logs"] = [];
  const metrics: BackEnd["metrics"] = [];
  const sent: string[] = [];
  const checked = validatingFetch((request) => simulator.fetch(request));
  const recording: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    calls.push(`${request.method} ${new URL(request.url).pathname}`);
    return checked(request);
  };
  const stripe = new Stripe(simulator.secretKey, { httpClient: Stripe.createFetchHttpClient(recording) });
  // The SDK waits half a second and more before it tries again; it tries as often without.
  Object.assign(stripe, { getInitialNetworkRetryDelay: () => 0.001, getMaxNetworkRetryDelay: () => 0.001 });
  const log = (level: string) => (message: string, fields?: LogFields) => void logs.push({ level, message, fields });

  const handler = createConnectionHandler({
    stripe,
    store,
    authorize: (request) => VIEWERS[request.headers.get("authorization") ?? ""] ?? null,
    webhookSecrets: [SECRET],
    mode: "test",
    publishableKey: simulator.publishableKey,
    basePath: BASE,
    publicUrl: "https://app.example.com",
    logger: { info: log("info"), warn: log("warn"), error: log("error") },
    metrics: (name, _value, labels) => void metrics.push({ name, labels }),
    runtime: { now: () => simulator.clock.now(), after: given.after ?? shortly },
    ...given.options,
  });
  const server = createServer((request, response) => void nodeListener(handler)(request, response));
  const url = `${await listening(server)}${BASE}`;
  if (webhooks) simulator.deliverWebhooksTo(`${url}/webhooks`, SECRET);

  onTestFinished(async () => {
    await handler.close();
    if (!given.simulator) await simulator.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    sent.push(text);
    const isJson = text !== "" && /json/.test(response.headers.get("content-type") ?? "");
    const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    const answer = { status: response.status, headers: response.headers, text, body };
    const at = [init.method ?? "GET", new URL(`${url}${path}`).pathname.replace(BASE, "")] as const;
    const wrong = protocol.has(...at) ? protocol.wrongWithAnswer(...at, answer) : null;
    if (wrong !== null) throw new Error(`not as the protocol's document says: ${wrong}`);
    return answer;
  };
  const own: BackEnd = {
    simulator,
    handler,
    store,
    stripe,
    url,
    calls,
    logs,
    metrics,
    sent,
    send,
    get: (path, headers = {}) => send(path, { headers: { authorization: "ada", ...headers } }),
    post: (path, body = {}, headers = {}) =>
      send(path, {
        method: "POST",
        headers: {
          authorization: "ada",
          origin: "https://app.example.com",
          "content-type": "application/json",
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    async connected(as = "ada") {
      await own.post("/connection", {}, { authorization: as });
      await own.settled();
      const stored = await store.read("test", { tenant: VIEWERS[as]?.tenant ?? "" });
      if (!stored?.accountId) throw new Error("not connected");
      await simulator.run("connected", stored.accountId);
      await own.settled();
      if (!webhooks) await own.post("/connection/refresh", {}, { authorization: as });
      return stored.accountId;
    },
    async settled() {
      await simulator.idle();
      await simulator.clock.advance(0);
      await simulator.idle();
    },
  };
  return own;
}

/** Pauses below a second end at once; what bounds work stays. */
function shortly(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms < 1_000 ? 1 : ms);
  timer.unref();
  return () => clearTimeout(timer);
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
