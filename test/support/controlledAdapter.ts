import type { ConnectionListener, StripeConnectionAdapter } from "../../src/core/adapter.js";

/** A call that waits until the test answers it. */
export interface Call {
  method: string;
  input: unknown;
  signal: AbortSignal | undefined;
  answer(value: unknown): Promise<void>;
  fail(reason: unknown): Promise<void>;
}

export interface Stream {
  listener: ConnectionListener;
  signal: AbortSignal;
  lastEventId: string | null;
  end(): Promise<void>;
  break(reason: unknown): Promise<void>;
}

/** An adapter whose answers the test gives, one by one and in any order. */
export function controlledAdapter(key = "controlled", { push = false } = {}) {
  const calls: Call[] = [];
  const streams: Stream[] = [];
  const settle = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
  const ask = (method: string) => (input?: unknown, call?: { signal?: AbortSignal }) =>
    new Promise<never>((resolve, reject) => {
      calls.push({
        method,
        input,
        signal: call?.signal,
        answer: (value) => (resolve(value as never), settle()),
        fail: (reason) => (reject(reason), settle()),
      });
    });
  const alone = (method: string) => (call?: { signal?: AbortSignal }) => ask(method)(undefined, call);
  const adapter: StripeConnectionAdapter = {
    key,
    getConnection: alone("getConnection"),
    connect: ask("connect"),
    refresh: alone("refresh"),
    createAccountSession: ask("createAccountSession"),
    createOnboardingLink: alone("createOnboardingLink"),
    createDashboardLink: alone("createDashboardLink"),
    previewDisconnect: alone("previewDisconnect"),
    disconnect: ask("disconnect"),
    ...(push
      ? {
          subscribe: (listener, { signal, lastEventId }) =>
            new Promise<void>((resolve, reject) => {
              streams.push({
                listener,
                signal: signal as AbortSignal,
                lastEventId: lastEventId ?? null,
                end: () => (resolve(), settle()),
                break: (reason) => (reject(reason), settle()),
              });
            }),
        }
      : {}),
  };
  return {
    adapter,
    calls,
    streams,
    of: (method: string) => calls.filter((call) => call.method === method),
    /** The latest call of a method. */
    last: (method: string): Call => {
      const call = calls.findLast((one) => one.method === method);
      if (!call) throw new Error(`${method} was not called`);
      return call;
    },
  };
}
