import { isReader, type Viewer } from "../viewer.js";
import { ConnectionError } from "../../core/errors.js";
import { PROTOCOL } from "../../core/protocol.js";
import { tenantKey } from "../store/connectionStore.js";
import { createEventStream, type EventStream } from "./eventStream.js";
import { HEARTBEAT_MS, READER_STREAMS, STREAM_MS, TENANT_STREAMS, VIEWER_STREAMS } from "./limits.js";
import { answerHeaders, HttpProblem } from "./problem.js";
import type { HandlerContext } from "../context.js";

export interface LiveUpdates {
  /**
   * An event stream: what is now (unless `lastEventId` names it), then every change, until `signal` aborts. Some platforms
   * have none. 204 where the store can't push.
   */
  open: (
    viewer: Viewer,
    request: { lastEventId: string | null; requestId: string; signal: AbortSignal | undefined },
  ) => Promise<Response>;
  /** Listens before the first page asks. */
  start: () => Promise<void>;
  close: () => Promise<void>;
}

interface Listener {
  viewer: Viewer;
  scope: string;
  stream: EventStream;
  revision: number;
  /** By `monotonicNow`: a clock that is set back must not keep a viewer who was signed out. */
  endsAt: number;
}

/** Everybody of one tenant who is looking. */
interface Audience {
  listeners: Set<Listener>;
  /** A read under way, and whether another change came during it. */
  telling: Promise<void> | null;
  again: boolean;
}

export function createLiveUpdates(context: HandlerContext): LiveUpdates {
  const { store, runtime, options, count } = context;
  const audiences = new Map<string, Audience>();
  let listening: Promise<() => Promise<void>> | null = null;
  let cancelHeartbeat: (() => void) | null = null;
  let isClosed = false;

  /** Null where the store can't push. */
  const listen = () => {
    if (!store.subscribe) return null;
    // A page that comes back meanwhile must not start it again.
    if (isClosed) throw closing();
    listening ??= store
      .subscribe(
        ({ mode, tenantKey: key }) => {
          const audience = mode === options.mode ? audiences.get(key) : undefined;
          if (audience) tell(audience);
        },
        () => audiences.forEach(tell),
      )
      .catch((thrown: unknown) => {
        listening = null;
        throw thrown;
      });
    return listening;
  };

  /** One read for all who look, however many changes come in a row. */
  const tell = (audience: Audience): void => {
    audience.again = audience.telling !== null;
    audience.telling ??= tellAll(audience)
      .catch((thrown: unknown) => {
        context.logFailure("open pages could not be told of a change", thrown);
        // They come back at once, and read for themselves.
        for (const { stream } of audience.listeners) stream.end();
      })
      .finally(() => {
        audience.telling = null;
        if (audience.again) tell(audience);
      });
  };

  const tellAll = async ({ listeners }: Audience): Promise<void> => {
    const [first] = listeners;
    if (!first) return;
    const stored = await context.read(first.viewer.tenant);
    for (const listener of listeners) {
      const connection = await context.present(stored, listener.viewer);
      if (connection.revision <= listener.revision) continue;
      listener.revision = connection.revision;
      const data = JSON.stringify({ protocol: PROTOCOL, ...connection });
      listener.stream.send({ event: "connection", id: String(connection.revision), data });
    }
  };

  const beat = () => {
    cancelHeartbeat = null;
    const now = runtime.monotonicNow();
    for (const { listeners } of audiences.values()) {
      for (const { stream, endsAt } of listeners) {
        if (endsAt <= now) stream.end();
        else stream.comment("still here");
      }
    }
    keepBeating();
  };

  const keepBeating = () => {
    if (audiences.size > 0) cancelHeartbeat ??= runtime.after(HEARTBEAT_MS, beat);
  };

  return {
    async open(viewer, { lastEventId, requestId, signal }) {
      const key = await tenantKey(viewer.tenant);
      const scope = await context.scopeOf(viewer);
      const started = listen();
      // A refusal would be a red line in the console of every page. 204 tells an EventSource, too, not to come back.
      if (!started) return new Response(null, { status: 204, headers: answerHeaders(requestId) });
      await started;
      if (isClosed) throw closing();
      if (signal?.aborted) throw new HttpProblem(499, "network", "the page left before its stream began");
      const audience = audiences.get(key) ?? { listeners: new Set(), telling: null, again: false };
      mustHaveRoom(audience, viewer, scope);
      const leave = () => {
        signal?.removeEventListener("abort", abort);
        audience.listeners.delete(listener);
        if (audience.listeners.size === 0 && audiences.get(key) === audience) audiences.delete(key);
        if (audiences.size === 0) {
          cancelHeartbeat?.();
          cancelHeartbeat = null;
        }
        count("stream_closed");
      };
      const listener: Listener = {
        viewer,
        scope,
        stream: createEventStream(leave),
        revision: seenRevision(lastEventId),
        // Spread, so that the pages that opened together do not come back together.
        endsAt: runtime.monotonicNow() + STREAM_MS * (0.9 + 0.2 * runtime.random()),
      };
      const abort = () => listener.stream.end();
      signal?.addEventListener("abort", abort);
      audiences.set(key, audience);
      audience.listeners.add(listener);
      count("stream_opened");
      keepBeating();
      listener.stream.comment("open");
      tell(audience);
      return new Response(listener.stream.body, {
        headers: {
          // Where the handler closes, the stream's connection ends with it, and so does a server that waits for it.
          connection: "close",
          ...answerHeaders(requestId),
          // A middleware that adds ETags would wait for the end of the stream to compute one.
          etag: `W/"${requestId}"`,
          "content-type": "text/event-stream; charset=utf-8",
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        },
      });
    },

    async start() {
      await listen();
    },

    async close() {
      isClosed = true;
      cancelHeartbeat?.();
      cancelHeartbeat = null;
      const open = [...audiences.values()];
      for (const { listeners } of open) for (const { stream } of listeners) stream.end();
      for (const { telling } of open) await telling;
      // What could not be begun has been told to whoever asked, and needs no end.
      const end = await listening?.catch(() => null);
      listening = null;
      await end?.();
    },
  };
}

/** The limits nest, so that no viewer uses up what others need, and no reader what an admin needs. */
function mustHaveRoom({ listeners }: Audience, viewer: Viewer, scope: string): void {
  const open = [...listeners];
  const readers = open.filter((one) => isReader(one.viewer)).length;
  const own = open.filter((one) => one.scope === scope).length;
  const isFull =
    open.length >= TENANT_STREAMS ||
    (isReader(viewer) && readers >= READER_STREAMS) ||
    (viewer.user !== undefined && own >= VIEWER_STREAMS);
  if (isFull) throw new ConnectionError("rate_limited", { message: "too many streams are open", retryAfter: 30 });
}

function closing(): ConnectionError {
  return new ConnectionError("store_unavailable", { message: "this server is closing", retryAfter: 2 });
}

/** The revision that the page has; -1 sends what is now. */
function seenRevision(lastEventId: string | null): number {
  return lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : -1;
}
