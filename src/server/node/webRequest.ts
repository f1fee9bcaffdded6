import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";
import { Readable } from "node:stream";

/** The request of `node:http`, of `node:http2`, or an object that plays one, as serverless wrappers make it. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;

/** What a framework has made of the body before the handler gets the request. */
export interface FrameworkBody {
  /** The bytes as they were sent, as a `Uint8Array` or as text. Wins where it is set. */
  rawBody?: unknown;
  /** What a body parser made of them. Used where the stream has been read. */
  body?: unknown;
}

/** The web `Request` at `address`. Throws a `TypeError` for a method or a header that no `Request` can have. */
export function webRequest(incoming: NodeRequest, address: string, parsed: FrameworkBody): Request {
  const headers = webHeaders(incoming.headers);
  const method = incoming.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(address, { method, headers });
  const bytes = bytesOf(parsed.rawBody) ?? (hasBeenRead(incoming) ? parsedBytes(parsed.body) : null);
  if (bytes === null && !hasBeenRead(incoming)) {
    const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    return new Request(address, { method, headers, body, duplex: "half" } as RequestInit);
  }
  if (bytes !== null) headers.set("content-length", String(bytes.byteLength));
  const request = new Request(address, { method, headers, body: bytes ?? "read" });
  // Nothing is left of the body: the request says so, and the handler answers with what to do.
  if (bytes === null) void request.text();
  return request;
}

/** The address of a request. Throws a `TypeError` for a `Host` header that is not one. */
export function addressOf(incoming: NodeRequest, path: string): string {
  const { socket } = incoming;
  const scheme = "encrypted" in socket && socket.encrypted ? "https" : "http";
  const pseudo = incoming.headers[":authority"];
  // HTTP/1.0 and mocks have no Host. Nothing that the handler does depends on it.
  const host = (typeof pseudo === "string" ? pseudo : incoming.headers.host) ?? "localhost";
  const origin = new URL(`${scheme}://${host}`);
  if (origin.href !== `${origin.origin}/`) throw new TypeError("the Host header is malformed");
  return new URL(/^https?:/.test(path) ? path : `${origin.origin}${path}`).href;
}

/**
 * Whether `rawHeaders` holds what `headers` does. Serverless wrappers and mocks leave it empty or put numbers into it,
 * and a middleware that adds a header adds it to `headers` alone.
 */
export function hasRawHeaders({ rawHeaders, headers }: NodeRequest): boolean {
  if (!Array.isArray(rawHeaders) || !rawHeaders.every((one) => typeof one === "string")) return false;
  const names = new Set(rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()));
  return names.size >= Object.keys(headers).length;
}

/** Whether the stream has nothing more to give. A mock has no stream at all. */
export function hasBeenRead(incoming: NodeRequest): boolean {
  return incoming.readableEnded || incoming.readableDidRead || typeof incoming.read !== "function";
}

function webHeaders(headers: IncomingHttpHeaders): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // `:path` and the others of HTTP/2 are no headers.
    if (value === undefined || value === null || name.startsWith(":")) continue;
    for (const one of [value].flat()) result.append(name, byteString(String(one)));
  }
  return result;
}

/** As Node reads a header from the wire: one character a byte. The events of a gateway are decoded already. */
function byteString(text: string): string {
  return /[^\0-\xff]/.test(text) ? Buffer.from(text).toString("latin1") : text;
}

function bytesOf(raw: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof raw === "string") return new TextEncoder().encode(raw);
  return raw instanceof Uint8Array ? new Uint8Array(raw) : null;
}

/** A parsed body as bytes again: good enough for a page's request, while a webhook needs what Stripe signed. */
function parsedBytes(body: unknown): Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  return bytesOf(body) ?? bytesOf(JSON.stringify(body));
}
