import { systemRuntime } from "./runtime.js";
import type { Runtime } from "./runtime.js";

/** As much of a `pg.Client` as listening needs. */
export interface ListenClient {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  on(event: "notification", listener: (message: { payload?: string | undefined }) => void): unknown;
  on(event: "error" | "end", listener: (error?: unknown) => void): unknown;
  end(): Promise<unknown>;
}

export interface ListenOptions {
  /** Pause before a broken line is tried again. Milliseconds, default 1 000, doubled to at most 30 000. */
  retryMs?: number;
  runtime?: Pick<Runtime, "after">;
}

/**
 * `listen` for `createPostgresStore` over `pg`: `listenWithPg(() => new Client(DATABASE_URL))`. One line of its own,
 * outside the pool; when it breaks it is made anew, and everybody reads again what they may have missed.
 */
export function listenWithPg(
  createClient: () => ListenClient,
  { retryMs = 1_000, runtime = systemRuntime }: ListenOptions = {},
) {
  return async (channel: string, onPayload: (payload: string) => void, onDrop: () => void) => {
    let current: ListenClient | null = null;
    let cancelRetry: (() => void) | null = null;
    let ended = false;

    const connect = async (): Promise<void> => {
      const client = createClient();
      let lost = false;
      const lose = () => {
        if (lost || ended) return;
        lost = true;
        current = null;
        // What is left of the line goes with it; it may be gone already.
        client.end().catch(() => undefined);
        retry(retryMs);
      };
      client.on("notification", ({ payload }) => payload !== undefined && onPayload(payload));
      client.on("error", lose);
      client.on("end", lose);
      try {
        await client.connect();
        await client.query(`listen "${channel.replaceAll('"', '""')}"`);
      } catch (thrown) {
        lost = true;
        client.end().catch(() => undefined);
        throw thrown;
      }
      if (ended) await client.end();
      else current = client;
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
      await current?.end();
    };
  };
}
