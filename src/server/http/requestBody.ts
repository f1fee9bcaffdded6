import * as v from "valibot";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import { MAX_REQUEST_BYTES } from "../../core/protocol.js";
import type { ArrivingBody, BodyRoom } from "./bodyRoom.js";
import { BODY_MS } from "./limits.js";
import { HttpProblem } from "./problem.js";
import type { Runtime } from "../runtime.js";

/** What reading a body needs. */
export interface BodyReading {
  runtime: Runtime;
  /** Shared by all bodies that may not crowd each other out otherwise. */
  room: BodyRoom;
}

/** A JSON body that is exactly what the schema says. Anything else is refused before it is looked into. */
export async function readJsonBody<T>(
  reading: BodyReading,
  request: Request,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  // Forms and text/plain can be sent by any site without being asked first.
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new HttpProblem(415, "invalid_request", "send content-type: application/json");
  }
  const text = decode(await readBytes(reading, request, MAX_REQUEST_BYTES));
  const result = v.safeParse(schema, parse(text), { abortEarly: true });
  if (result.success) return result.output;
  const path = v.getDotPath(result.issues[0]);
  throw new ConnectionError("invalid_request", { message: `the body is not as the protocol says${at(path)}` });
}

/** The body's bytes, as long as they are no more than `limit`, not encoded, and do not trickle in. */
export async function readBytes({ runtime, room }: BodyReading, request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new HttpProblem(413, "invalid_request", `the body is larger than ${limit} bytes`);
  const late = () => new HttpProblem(408, "timeout", "the body takes too long to arrive");
  mustBePlain(request);
  const length = lengthOf(request);
  if (length !== null && length > limit) throw tooLarge();
  if (request.bodyUsed || (length === null && request.body?.locked)) throw readBefore();
  const arriving = room.enter();
  const inTime = <T>(work: Promise<T>) =>
    rejectAfter(runtime.after, BODY_MS, Promise.race([work, arriving.evicted]), late);
  try {
    if (length === null) return await collect(request, limit, { arriving, inTime, tooLarge });
    arriving.take(length);
    // HTTP itself lets no more arrive than was said. As a stream it costs a webhook a sixth more of the processor.
    const bytes = new Uint8Array(await inTime(whole(request)));
    if (bytes.byteLength > limit) throw tooLarge();
    return bytes;
  } finally {
    arriving.leave();
  }
}

/** Null where it is not said, or not in digits. */
function lengthOf({ headers }: Request): number | null {
  const length = headers.get("content-length");
  return length !== null && /^\d+$/.test(length) ? Number(length) : null;
}

function mustBePlain({ headers }: Request): void {
  const encoding = headers.get("content-encoding") ?? "identity";
  if (/^\s*(identity\s*)?$/i.test(encoding)) return;
  throw new HttpProblem(415, "invalid_request", "send the body without content-encoding", {
    "accept-encoding": "identity",
  });
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
    // The standard's answer for a body that is being read elsewhere.
    throw thrown instanceof TypeError ? readBefore() : thrown;
  }
}

async function collect(
  { body }: Request,
  limit: number,
  {
    arriving,
    inTime,
    tooLarge,
  }: { arriving: ArrivingBody; inTime: <T>(work: Promise<T>) => Promise<T>; tooLarge: () => Error },
): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const readAll = async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength;
      if (size > limit) throw tooLarge();
      arriving.take(read.value.byteLength);
      chunks.push(read.value);
    }
  };
  try {
    await inTime(readAll());
  } catch (thrown) {
    // The refusal is what counts, not how the rest of the body ends.
    reader.cancel().catch(() => undefined);
    throw thrown;
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
  } catch {
    throw new ConnectionError("invalid_request", { message: "the body is not UTF-8" });
  }
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message repeats a part of the body, which is not for the log.
    throw new ConnectionError("invalid_request", { message: "the body is not JSON" });
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
