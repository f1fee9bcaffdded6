import { MAX_UNREAD_BYTES } from "./limits.js";

/** Server-sent events to one page. */
export interface EventStream {
  body: ReadableStream<Uint8Array>;
  send(event: { event: string; id: string; data: string }): void;
  /** Keeps proxies from closing a quiet connection; pages do not see it. */
  comment(text: string): void;
  /** Ends the stream. One that is not read is broken off, with what waits in it. */
  end(): void;
}

/** `onEnd` runs once, whichever side ended it. */
export function createEventStream(onEnd: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let isRead = false;
  let ended = false;

  const finish = (release?: () => void) => {
    if (ended) return;
    ended = true;
    release?.();
    onEnd();
  };
  /** A closed stream would keep its queue, and the connection, for as long as the page does not read. */
  const breakOff = () => finish(() => controller?.error(notRead()));
  /** Bytes that wait in the queue. */
  const unread = () => -(controller?.desiredSize ?? 0);
  const write = (text: string) => {
    if (ended || !controller) return;
    if (unread() > MAX_UNREAD_BYTES) {
      breakOff();
      return;
    }
    isRead = false;
    controller.enqueue(encoder.encode(text));
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      pull() {
        isRead = true;
      },
      cancel: () => finish(),
    },
    { highWaterMark: 0, size: ({ byteLength }) => byteLength },
  );
  return {
    body,
    // JSON has no line breaks of its own, and so the data is one line.
    send: ({ event, id, data }) => write(`event: ${event}\nid: ${id}\ndata: ${data}\n\n`),
    comment: (text) => write(`: ${text}\n\n`),
    end: () => (isRead ? finish(() => controller?.close()) : breakOff()),
  };
}

/** With the code that Node's servers and frameworks know for a page that left, so that none of them reports a failure. */
function notRead(): Error {
  return Object.assign(new Error("react-stripe-connection: the page does not read its events"), {
    code: "ERR_STREAM_PREMATURE_CLOSE",
  });
}
