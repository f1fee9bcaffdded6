import type { ConnectionListener } from "../core/adapter.js";
import { ConnectionError } from "../core/errors.js";
import { MAX_ANSWER_BYTES, readConnection } from "../core/protocol.js";
import { createEventReader, type ServerSentEvent } from "./serverSentEvents.js";

/** Without a byte for this long the line is dead, though nobody has said so: servers send a heartbeat. ms */
const SILENCE = 45_000;

/** Hands each pushed connection to the listener. Resolves when the server ends the stream, rejects when it breaks. */
export async function readEventStream(
  response: Response,
  listener: ConnectionListener,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!/^text\/event-stream\b/i.test(response.headers.get("content-type") ?? "") || !response.body) {
    await response.body?.cancel();
    throw new ConnectionError("invalid_response", { message: "the back end's stream of changes is no event stream" });
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const readEvents = createEventReader(MAX_ANSWER_BYTES);
  try {
    listener.onOpen?.();
    for (;;) {
      const { done, value } = await readBeforeSilence(reader, signal);
      if (done) return;
      for (const event of readEvents(decoder.decode(value, { stream: true }))) deliver(event, listener);
    }
  } catch (thrown) {
    if (signal?.aborted) throw signal.reason;
    if (thrown instanceof ConnectionError) throw thrown;
    const code = thrown instanceof RangeError ? "invalid_response" : "network";
    throw new ConnectionError(code, { message: "the stream of changes broke", cause: thrown });
  } finally {
    // A stream that broke can't be cancelled any more, which is what is wanted of it.
    await Promise.allSettled([reader.cancel()]);
  }
}

function deliver(event: ServerSentEvent, listener: ConnectionListener): void {
  // Kinds of event that a newer server sends are left.
  if (event.type !== "connection") return;
  let wire: unknown;
  try {
    wire = JSON.parse(event.data);
  } catch (thrown) {
    throw new ConnectionError("invalid_response", { message: "a pushed connection is no JSON", cause: thrown });
  }
  listener.onConnection(readConnection(wire), event.id);
}

function readBeforeSilence<T>(
  reader: ReadableStreamDefaultReader<T>,
  signal: AbortSignal | undefined,
): Promise<ReadableStreamReadResult<T>> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const onAbort = () => {
      end();
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      end();
      reject(new ConnectionError("timeout", { message: `the stream of changes was silent for ${SILENCE / 1000} s` }));
    }, SILENCE);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort);
    reader.read().then(resolve, reject).finally(end);
  });
}
