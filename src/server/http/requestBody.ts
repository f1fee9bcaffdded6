import * as v from "valibot";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import { MAX_REQUEST_BYTES } from "../../core/protocol.js";
import { HttpProblem } from "./problem.js";
import type { Runtime } from "../runtime.js";

/** Whoever sends slower than this keeps a connection busy for nothing. */
const BODY_MS = 15_000;

/** A JSON body that is exactly what the schema says. Anything else is refused before it is looked into. */
export async function readJsonBody<T>(
  runtime: Runtime,
  request: Request,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  // Forms and text/plain can be sent by any site without being asked first.
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new HttpProblem(415, "invalid_request", "send content-type: application/json");
  }
  const text = decode(await readBytes(runtime, request, MAX_REQUEST_BYTES));
  const result = v.safeParse(schema, parse(text), { abortEarly: true });
  if (result.success) return result.output;
  const path = v.getDotPath(result.issues[0]);
  throw new ConnectionError("invalid_request", { message: `the body is not as the protocol says${at(path)}` });
}

/** The body's bytes, as long as they are no more than `limit` and do not trickle in. */
export async function readBytes(runtime: Runtime, request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new HttpProblem(413, "invalid_request", `the body is larger than ${limit} bytes`);
  const late = () => new HttpProblem(408, "timeout", "the body takes too long to arrive");
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > limit) throw tooLarge();
  if (request.bodyUsed) throw readBefore();
  if (length !== null) {
    // HTTP itself lets no more arrive than was said. As a stream it costs a webhook a sixth more of the processor.
    const bytes = new Uint8Array(await rejectAfter(runtime.after, BODY_MS, whole(request), late));
    if (bytes.byteLength > limit) throw tooLarge();
    return bytes;
  }
  if (request.body?.locked) throw readBefore();
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  try {
    return await rejectAfter(runtime.after, BODY_MS, collect(reader, limit, tooLarge), late);
  } catch (thrown) {
    // The refusal is what counts, not how the rest of the body ends.
    reader.cancel().catch(() => undefined);
    throw thrown;
  }
}

/** How each framework hands over what was sent. The developer reads it in Stripe's list of deliveries, too. */
export const RAW_BODY =
  "Pass the raw body: mount the handler before any body parser (Express, Koa), register `fastifyConnection` (Fastify), create the app with `rawBody: true` (NestJS), or set `bodyParser: false` (Next.js pages)";

/** Only the host's code runs before the handler. */
function readBefore(): HttpProblem {
  return new HttpProblem(
    400,
    "invalid_request",
    `the body was read before it reached the handler. ${RAW_BODY}; \`authorize\` may read \`request.clone()\``,
  );
}

async function whole(request: Request): Promise<ArrayBuffer> {
  try {
    return await request.arrayBuffer();
  } catch (thrown) {
    // What the standard has for a body that somebody else holds.
    throw thrown instanceof TypeError ? readBefore() : thrown;
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  tooLarge: () => Error,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ConnectionError("invalid_request", { message: "the body is not UTF-8", cause });
  }
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ConnectionError("invalid_request", { message: "the body is not JSON", cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConnectionError("invalid_request", { message: "the body is not a JSON object" });
  }
  // JSON.parse keeps the last of two equal names, others keep the first: refuse what can be read in two ways.
  // Our bodies are flat, and so their names are the strings before a colon.
  const names = [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)].filter(([, colon]) => colon !== undefined);
  if (names.length > Object.keys(value).length) {
    throw new ConnectionError("invalid_request", { message: "the body names a field twice or nests objects" });
  }
  return value;
}

function at(path: string | null): string {
  return path && /^[\w.]{1,60}$/.test(path) ? ` at "${path}"` : "";
}
