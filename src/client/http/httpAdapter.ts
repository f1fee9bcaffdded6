import type { CallOptions, StripeConnectionAdapter } from "../../core/adapter.js";
import { ConnectionError, toConnectionError } from "../../core/errors.js";
import {
  PATHS,
  readAccountSession,
  readConnection,
  readDashboardLink,
  readDisconnectPreview,
  readOnboardingLink,
} from "../../core/protocol.js";
import { withDeadline } from "../async.js";
import { pageClock } from "../runtime.js";
import { isOtherOrigin, readEndpoint } from "./endpoint.js";
import { followEventStream, noStream } from "./eventStream.js";
import { readJson, streamOf, typeOf } from "./readJson.js";
import { isRedirect, readRefusal } from "./refusal.js";
import { tellDeveloper } from "./tellDeveloper.js";

/** Names and values. */
export type AdapterHeaders = Record<string, string>;

/** What `httpAdapter` takes. */
export interface HttpAdapterOptions {
  /** Where the handler is mounted: "/api/stripe/test", or an absolute URL. Throws for one with a query, a fragment or `..`. */
  url: string;
  /** Sent with every request, e.g. a CSRF or bearer token. A function is asked anew for each; where it rejects, nothing is sent. */
  headers?: AdapterHeaders | (() => AdapterHeaders | Promise<AdapterHeaders>);
  /** Default: the global one. */
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Until an answer is there whole, ms. Default: 15 000. */
  timeout?: number;
  /** Default: `same-origin`. A back end of another origin that knows people by cookies needs `include`. */
  credentials?: RequestCredentials;
}

interface Call {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  headers?: AdapterHeaders;
}

/** The back end of `react-stripe-connection/server`, or any that speaks its protocol, over HTTP. */
export function httpAdapter(options: HttpAdapterOptions): StripeConnectionAdapter {
  const endpoint = readEndpoint(options.url);
  // A fetch without streams would hold the request for changes until its deadline, again and again.
  let canStream = true;
  /** Behind every path, once the server has shown that it redirects to the same address with a slash. */
  let slash = "";
  const timeout = options.timeout ?? 15_000;
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const hint = options.credentials === undefined && isOtherOrigin(endpoint) ? '; is `credentials: "include"` set?' : "";

  const tell = ({ method, path }: Call, response: Response | null, error: ConnectionError) => {
    // What keeps the stream from coming keeps the connection from coming, too, or is polled for.
    if (path !== PATHS.events) tellDeveloper({ method, address: endpoint + path, response, error });
  };

  async function headersOf(): Promise<AdapterHeaders> {
    if (typeof options.headers !== "function") return options.headers ?? {};
    try {
      return await options.headers();
    } catch (thrown) {
      if (thrown instanceof ConnectionError) throw thrown;
      throw new ConnectionError("internal", { message: "the adapter's headers function failed", cause: thrown });
    }
  }

  async function attempt(call: Call, signal: AbortSignal, end: string): Promise<Response> {
    const body = call.method === "POST" ? JSON.stringify(call.body ?? {}) : undefined;
    const headers = {
      accept: "application/json",
      ...(body && { "content-type": "application/json" }),
      ...call.headers,
      ...(await headersOf()),
    };
    signal.throwIfAborted();
    try {
      return await send(endpoint + call.path + end, {
        method: call.method,
        headers,
        ...(body && { body }),
        credentials: options.credentials ?? "same-origin",
        redirect: "manual",
        cache: "no-store",
        signal,
      });
    } catch (thrown) {
      const error = new ConnectionError("network", {
        message: `${call.method} ${call.path} got no answer`,
        cause: thrown,
      });
      // Who gave the request up knows why.
      if (!signal.aborted) tell(call, null, error);
      throw error;
    }
  }

  /** An answer that is one. A CSRF token that was too old is asked for once more. */
  async function request(call: Call, signal: AbortSignal, again = true): Promise<Response> {
    const end = slash;
    let response = await attempt(call, signal, end);
    // Next.js redirects so under `trailingSlash: true`. A redirect can't be read, and nothing was done before it.
    if (!end && isRedirect(response)) {
      const retried = await attempt(call, signal, "/");
      // A login page may be there as well, or nothing.
      if (!isRedirect(retried) && retried.status !== 404 && !/html/i.test(typeOf(retried))) {
        response = retried;
        slash = "/";
      }
    }
    if (response.ok) return response;
    const error = await readRefusal(response, hint);
    if (error.code === "csrf" && again && typeof options.headers === "function") return request(call, signal, false);
    tell(call, response, error);
    throw error;
  }

  function ask<T>(call: Call, read: (wire: unknown) => T, caller: CallOptions | undefined): Promise<T> {
    return withDeadline(pageClock().after, timeout, caller?.signal, async (signal) => {
      const response = await request(call, signal);
      canStream = streamOf(response) !== null;
      try {
        return read(await readJson(response));
      } catch (thrown) {
        tell(call, response, toConnectionError(thrown));
        throw thrown;
      }
    });
  }

  const get = (path: string): Call => ({ method: "GET", path });
  const post = (path: string, body?: unknown): Call => ({ method: "POST", path, body });

  return {
    key: `http:${endpoint}`,
    // Ours comes first, also where the client asks twice for one answer.
    timeout: 2 * timeout,
    getConnection: (call) => ask(get(PATHS.connection), readConnection, call),
    connect: (input, call) => ask(post(PATHS.connection, input), readConnection, call),
    refresh: (call) => ask(post(PATHS.refresh), readConnection, call),
    createAccountSession: (input, call) => ask(post(PATHS.accountSession, input), readAccountSession, call),
    createOnboardingLink: (call) => ask(post(PATHS.onboardingLink), readOnboardingLink, call),
    createDashboardLink: (call) => ask(post(PATHS.dashboardLink), readDashboardLink, call),
    previewDisconnect: (call) => ask(post(PATHS.disconnectPreview), readDisconnectPreview, call),
    disconnect: (input, call) => ask(post(PATHS.disconnect, input), readConnection, call),
    async subscribe(listener, call) {
      if (!canStream) throw noStream();
      await followEventStream(listener, call, timeout, (headers, signal) =>
        request({ method: "GET", path: PATHS.events, headers }, signal),
      );
    },
  };
}
