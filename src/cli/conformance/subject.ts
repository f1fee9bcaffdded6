import { type AdapterHeaders, httpAdapter } from "../../client/http/httpAdapter.js";
import type { StripeConnectionAdapter } from "../../core/adapter.js";
import { type Limit, limited, within } from "../limit.js";
import type { Io } from "../report.js";

/** Whose request it is. */
export type Who = "first" | "other" | "viewer" | "nobody";

export interface ConformanceOptions {
  /** Where the back end's paths begin: `https://app.example.com/api/stripe/test`. */
  url: string;
  /** Headers that a signed-in person's requests carry: somebody of a tenant without an account, who may do everything. */
  headers: AdapterHeaders;
  /** The same for somebody of another tenant. */
  otherHeaders?: AdapterHeaders | undefined;
  /** The same for somebody of the first tenant who may only look. */
  viewerHeaders?: AdapterHeaders | undefined;
  /** An origin that the back end allows. Default: that of `url`. */
  origin?: string | undefined;
  /** Address of a simulator of Stripe that the back end works with; plays what happens at Stripe. */
  simulator?: string | undefined;
  /** How long a stream may be silent, ms. Default: 45 000, as in a page. */
  silence?: number | undefined;
  /** How long one request may take to be answered, ms. Default: 30 000. A check may take four times as long. */
  patience?: number | undefined;
  /** Makes no account, and so runs nothing of the contract. */
  readOnly?: boolean | undefined;
  /** Only checks whose name contains this. */
  only?: string | undefined;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The JSON, or null where it is none. */
  body: Record<string, unknown> | null;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  as?: Who;
}

/** The back end that is asked. */
export interface Subject {
  options: ConformanceOptions;
  io: Io;
  origin: string;
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** A change as our own page sends it. */
  post(path: string, body: unknown, ask?: Ask): Promise<Answer>;
  /** `patient`: waits where it is asked to come back later. Default: true. */
  adapter(as: Who | (() => Who), how?: { patient?: boolean }): StripeConnectionAdapter;
  headersOf(who: Who): AdapterHeaders | null;
  /** Runs a check, and ends it where it would go on for ever. */
  bounded<T>(run: () => Promise<T>): Promise<T>;
}

/** For one answer. ms */
export const PATIENCE = 30_000;
/** How often a back end may ask to come back later. */
const MAX_WAITS = 20;

export function createSubject(options: ConformanceOptions, io: Io): Subject {
  const url = options.url.replace(/\/+$/, "");
  const origin = options.origin ?? new URL(url).origin;
  const { patience = PATIENCE } = options;
  let limit: Limit | null = null;

  const boundedFetch = (input: string, init: RequestInit): Promise<Response> => {
    const signals = [init.signal, limit?.signal].filter((signal) => signal instanceof AbortSignal);
    return within(patience, io.fetch(input, { ...init, redirect: "manual", signal: AbortSignal.any(signals) }));
  };

  /** Waits where the back end limits how often it may be asked, as a page does. */
  const patientFetch = async (input: string, init: RequestInit): Promise<Response> => {
    for (let waits = 0; ; waits += 1) {
      const response = await boundedFetch(input, init);
      const seconds = Number(response.headers.get("retry-after") ?? "");
      if (response.status !== 429 || !(seconds > 0 && seconds <= 120) || waits >= MAX_WAITS) return response;
      await response.body?.cancel();
      io.print(`         (waits ${seconds} s, as the back end asks)`);
      const wait = () => io.wait(seconds * 1000);
      await (limit ? limit.pause(wait) : wait());
    }
  };

  const headersOf = (who: Who): AdapterHeaders | null => {
    switch (who) {
      case "first":
        return options.headers;
      case "other":
        return options.otherHeaders ?? null;
      case "viewer":
        return options.viewerHeaders ?? null;
      case "nobody":
        return {};
      default:
        return who satisfies never;
    }
  };

  const ask = async (path: string, { method = "GET", headers, body, as = "first" }: Ask = {}): Promise<Answer> => {
    const response = await patientFetch(url + path, {
      method,
      headers: { ...headersOf(as), ...headers },
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
    // A stream has no end to wait for.
    const isStream = /event-stream/.test(response.headers.get("content-type") ?? "");
    const text = isStream ? "" : await response.text();
    if (isStream) await response.body?.cancel();
    return { status: response.status, headers: response.headers, text, body: jsonOf(text) };
  };

  return {
    options,
    io,
    origin,
    ask,
    post: (path, body, own = {}) =>
      ask(path, {
        ...own,
        method: "POST",
        headers: { "content-type": "application/json", origin, ...own.headers },
        body: JSON.stringify(body),
      }),
    adapter: (as, { patient = true } = {}) =>
      httpAdapter({
        url,
        headers: () => ({ ...headersOf(typeof as === "function" ? as() : as), origin }),
        fetch: patient ? patientFetch : boundedFetch,
        // What it may be asked to wait is part of it.
        timeout: 10 * 60_000,
      }),
    headersOf,
    bounded: (run) =>
      limited(4 * patience, (own) => {
        limit = own;
        return run();
      }),
  };
}

function jsonOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // Whoever needs JSON says that there is none.
    return null;
  }
}
