import { rejectAfter } from "../../../core/async.js";
import { type Runtime, systemRuntime } from "../../runtime.js";

/** The part of `pg.Client` that listening uses. */
export interface ListenClient {
  /** Called once for each client. Must reject when the database can't be reached. */
  connect(): Promise<unknown>;
  /** Runs `LISTEN`, and a check of the connection every `checkMs`. */
  query(text: string): Promise<unknown>;
  /** A message on the channel. */
  on(event: "notification", listener: (message: { payload?: string | undefined }) => void): unknown;
  /** The connection broke or ended. A new client is made then. */
  on(event: "error" | "end", listener: (error?: unknown) => void): unknown;
  /** Closes the connection. Waited for 2 s at most. */
  end(): Promise<unknown>;
}

/** The end of a connection is waited for this long. */
const GOODBYE_MS = 2_000;

/** How long things may take. */
export interface ListenOptions {
  /** Pause before a broken line is tried again. Milliseconds, default 1 000, doubled to at most 30 000. */
  retryMs?: number;
  /**
   * How often the line is asked whether it still stands, and how long it may take to answer, also when it is made.
   * Milliseconds, default 10 000: a line whose other end vanished is noticed within 20 seconds.
   */
  checkMs?: number;
  /** Timers, for tests. */
  runtime?: Pick<Runtime, "after">;
}

/**
 * `listen` for `createPostgresStore` over `pg`: `listenWithPg(() => new Client(DATABASE_URL))`. One line of its own,
 * outside the pool; when it breaks or falls silent it is opened again, and every subscriber reads what it may have missed.
 */
export function listenWithPg(
  createClient: () => ListenClient,
  { retryMs = 1_000, checkMs = 10_000, runtime = systemRuntime }: ListenOptions = {},
) {
  const bounded = (work: Promise<unknown>, ms = checkMs) =>
    rejectAfter(runtime.after, ms, work, () => new Error("react-stripe-connection: the database does not answer"));

  return async (channel: string, onPayload: (payload: string) => void, onDrop: () => void) => {
    let current: ListenClient | null = null;
    let cancelRetry: (() => void) | null = null;
    let cancelCheck: (() => void) | null = null;
    let ended = false;

    const connect = async (): Promise<void> => {
      const client = createClient();
      let lost = false;
      const drop = () => {
        lost = true;
        // What is left of the line goes with it; it may be gone already.
        client.end().catch(() => undefined);
      };
      const lose = () => {
        if (lost || ended) return;
        drop();
        // While it is being made its rejection is what starts the next one: two would be two for good.
        if (current !== client) return;
        current = null;
        cancelCheck?.();
        retry(retryMs);
      };
      // A line whose other end vanished without a word looks like a quiet one: only a question tells.
      const check = () => {
        cancelCheck = runtime.after(checkMs, () => {
          bounded(client.query("select 1")).then(() => !lost && !ended && check(), lose);
        });
      };
      client.on("notification", ({ payload }) => payload !== undefined && onPayload(payload));
      client.on("error", lose);
      client.on("end", lose);
      try {
        await bounded(client.connect());
        await bounded(client.query(`listen "${channel.replaceAll('"', '""')}"`));
        if (lost) throw new Error("react-stripe-connection: the connection was lost while it was being made");
      } catch (thrown) {
        if (!lost) drop();
        throw thrown;
      }
      if (ended) return drop();
      current = client;
      check();
    };

    const retry = (pause: number): void => {
      cancelRetry = runtime.after(pause, () => {
        connect().then(
          () => !ended && onDrop(),
          () => !ended && retry(Math.min(30_000, pause * 2)),
        );
      });
    };

    await connect();
    return async () => {
      ended = true;
      cancelRetry?.();
      cancelCheck?.();
      // A server that is gone does not answer this either, and that is no reason not to end.
      if (current) await bounded(current.end(), GOODBYE_MS).catch(() => undefined);
    };
  };
}
