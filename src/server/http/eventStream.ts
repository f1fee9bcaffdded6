/** More than this in the queue: nobody reads at the other end. Chunks. */
const MAX_QUEUE = 64;

/** Server-sent events to one page. */
export interface EventStream {
  body: ReadableStream<Uint8Array>;
  send(event: { event: string; id: string; data: string }): void;
  /** Keeps proxies from closing a quiet line; pages do not see it. */
  comment(text: string): void;
  end(): void;
}

/** `onEnd` runs once, whichever side ended it. */
export function createEventStream(onEnd: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let ended = false;

  const finish = (release?: () => void) => {
    if (ended) return;
    ended = true;
    release?.();
    onEnd();
  };
  const write = (text: string) => {
    if (ended || !controller) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) >= -MAX_QUEUE) return;
    // Closed, it would keep the queue and the line for as long as nobody reads.
    finish(() => controller?.error(new Error("react-stripe-connection: the page does not read its events")));
  };

  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own;
    },
    cancel: () => finish(),
  });
  return {
    body,
    // JSON has no line breaks of its own, and so the data is one line.
    send: ({ event, id, data }) => write(`event: ${event}\nid: ${id}\ndata: ${data}\n\n`),
    comment: (text) => write(`: ${text}\n\n`),
    end: () => finish(() => controller?.close()),
  };
}
