import type { ConnectionListener } from "../../core/adapter.js";
import { ConnectionError, toConnectionError } from "../../core/errors.js";
import { MAX_ANSWER_BYTES, readConnection } from "../../core/protocol.js";
import { rejectAfter } from "../../core/async.js";
import { rejectOnAbort, withDeadline } from "../async.js";
import { pageClock } from "../runtime.js";
import { cancelBody, streamOf, typeOf } from "./readJson.js";
import { createEventReader, type ServerSentEvent } from "./serverSentEvents.js";

/** Without a byte for this long the line is dead, even without an error: servers send a heartbeat. ms */
const SILENCE = 45_000;

/**
 * Hands each pushed connection to the listener. Resolves when the server ends the stream, rejects when it breaks.
 * `ask` requests the stream and rejects where the back end refuses; the stream must begin within `timeout` ms, and has no
 * end of its own.
 */
export async function followEventStream(
  listener: ConnectionListener,
  { signal, lastEventId }: { signal?: AbortSignal; lastEventId?: string | null },
  timeout: number,
  ask: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>,
): Promise<void> {
  const stream = new AbortController();
  const headers = { accept: "text/event-stream", ...(lastEventId ? { "last-event-id": lastEventId } : {}) };
  try {
    const response = await withDeadline(pageClock().after, timeout, signal, () => ask(headers, stream.signal));
    await readEvents(response, listener, signal);
  } finally {
    // The deadline and the caller's abort end the wait; this ends the request.
    stream.abort();
  }
}

/**
 * For a back end that pushes nothing and answers 204, and for a `fetch` that hands over a body only when it is complete.
 * Not retryable, so that the client polls.
 */
export const noStream = () =>
  new ConnectionError("invalid_request", {
    message: "response.body must be a web stream",
  });

async function readEvents(
  response: Response,
  listener: ConnectionListener,
  signal: AbortSignal | undefined,
): Promise<void> {
  const body = streamOf(response);
  if (!body) throw noStream();
  if (!/^text\/event-stream\b/i.test(typeOf(response))) {
    cancelBody(response);
    throw new ConnectionError("invalid_response", {
      message: "the stream must be text/event-stream",
    });
  }
  const reader = body.getReader();
  const silent = () => new ConnectionError("timeout", { message: `the stream was silent for ${SILENCE / 1000} s` });
  const decoder = new TextDecoder();
  const eventsOf = createEventReader(MAX_ANSWER_BYTES);
  const deliver = ({ type, data, id }: ServerSentEvent) => {
    // Kinds of event that a newer server sends are left.
    if (type === "connection") listener.onConnection(readConnection(JSON.parse(data)), id);
  };
  try {
    // A proxy may pass the headers on and hold every byte: the stream stands with the first one.
    for (let isOpen = false; ; isOpen = true) {
      const { done, value } = await rejectAfter(
        pageClock().after,
        SILENCE,
        rejectOnAbort(signal, reader.read()),
        silent,
      );
      if (done) return;
      if (!isOpen) listener.onOpen?.();
      eventsOf(decoder.decode(value, { stream: true })).forEach(deliver);
    }
  } catch (thrown) {
    if (signal?.aborted) throw signal.reason;
    // No JSON, or more than an event may be.
    const isOurs = thrown instanceof SyntaxError || thrown instanceof RangeError;
    throw toConnectionError(thrown, isOurs ? "invalid_response" : "network");
  } finally {
    // A stream that broke can't be cancelled any more, which is what is wanted of it.
    await Promise.allSettled([reader.cancel()]);
  }
}
