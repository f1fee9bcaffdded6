// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { httpAdapter } from "../../../src/client/http/httpAdapter.js";
import type { Connection } from "../../../src/core/connection.js";
import { connected } from "../../support/connections.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  if (left > 0) throw new Error("a timer was left behind");
});
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function stream() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own;
    },
    cancel: cancelled,
  });
  const sent: RequestInit[] = [];
  const adapter = httpAdapter({
    url: "/api",
    headers: { authorization: "Bearer t" },
    fetch: async (_url, init) => {
      sent.push(init);
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    },
  });
  const seen: Array<[Connection, string | null]> = [];
  const onOpen = vi.fn();
  const abort = new AbortController();
  const open = (lastEventId: string | null = null) => {
    const subscribed = adapter.subscribe!(
      { onOpen, onConnection: (connection, id) => seen.push([connection, id]) },
      { signal: abort.signal, lastEventId },
    );
    subscribed.catch(() => {});
    return subscribed;
  };
  const sayBytes = (bytes: Uint8Array) => controller.enqueue(bytes);
  const say = async (text: string) => {
    sayBytes(new TextEncoder().encode(text));
    await pass();
  };
  return {
    open,
    say,
    sayBytes,
    seen,
    onOpen,
    abort,
    sent,
    cancelled,
    end: () => controller.close(),
    fail: (e: unknown) => controller.error(e),
  };
}
const event = (connection: unknown, id = "8") =>
  `event: connection\nid: ${id}\ndata: ${JSON.stringify(connection)}\n\n`;

describe("the stream of changes", () => {
  test("hands over each connection, and ends in good order with the server", async () => {
    const { open, say, seen, onOpen, end, sent } = stream();
    const ended = open("7");
    await pass();
    expect(sent[0]?.headers).toMatchObject({
      accept: "text/event-stream",
      "last-event-id": "7",
      authorization: "Bearer t",
    });
    const text = event(connected({ revision: 8 }));
    await say(text.slice(0, 40));
    expect(onOpen).toHaveBeenCalledTimes(1);
    await say(`${text.slice(40)}: still here\n\nevent: of-tomorrow\ndata: x\n\n`);
    end();
    await expect(ended).resolves.toBeUndefined();
    expect(seen).toEqual([[connected({ revision: 8 }), "8"]]);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  test("SV-F9 headers alone open no stream, and the first byte does", async () => {
    const { open, say, onOpen, abort } = stream();
    const ended = open();
    await pass(44_000);
    expect(onOpen).not.toHaveBeenCalled();
    await say(":");
    expect(onOpen).toHaveBeenCalledTimes(1);
    abort.abort();
    await ended.catch(() => {});
  });

  test("SV-F9 a stream that ends without a byte was never open", async () => {
    const { open, end, onOpen } = stream();
    const ended = open();
    await pass();
    end();
    await ended;
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("a letter whose bytes come apart is read whole", async () => {
    const { open, sayBytes, seen, end } = stream();
    const account = { id: "acct_1", displayName: "Bäckerei 😀", country: null, defaultCurrency: null, createdAt: null };
    const ended = open();
    await pass();
    for (const byte of new TextEncoder().encode(event(connected({ account })))) sayBytes(new Uint8Array([byte]));
    end();
    await ended;
    expect(seen[0]?.[0].account?.displayName).toBe("Bäckerei 😀");
  });

  test("45 s without a byte are a dead line; a heartbeat keeps it", async () => {
    const { open, say, cancelled } = stream();
    const ended = open();
    await pass(44_000);
    await say(": still here\n\n");
    await pass(44_000);
    expect(cancelled).not.toHaveBeenCalled();
    await pass(1000);
    await expect(ended).rejects.toMatchObject({ code: "timeout" });
    expect(cancelled).toHaveBeenCalled();
  });

  test.each(["no json", "[]", '{"revision":9}'])("what is no connection (%s) breaks it", async (data) => {
    const { open, say, seen } = stream();
    const ended = open();
    await pass();
    await say(`event: connection\ndata: ${data}\n\n`);
    await expect(ended).rejects.toMatchObject({ code: "invalid_response" });
    expect(seen).toEqual([]);
  });

  test("a line that breaks is a network error", async () => {
    const { open, fail } = stream();
    const ended = open();
    await pass();
    fail(new TypeError("terminated"));
    await expect(ended).rejects.toMatchObject({ code: "network" });
  });

  test("the caller's abort ends it at once, with its reason", async () => {
    const { open, abort, cancelled, sent, seen } = stream();
    const ended = open();
    await pass();
    const reason = new Error("nobody looks");
    abort.abort(reason);
    await expect(ended).rejects.toBe(reason);
    expect(cancelled).toHaveBeenCalled();
    expect(sent[0]?.signal?.aborted).toBe(true);
    expect(seen).toEqual([]);
  });

  test.each([
    [new Response("", { status: 401 }), "session_expired"],
    [new Response("", { status: 501 }), "invalid_request"],
    [new Response(null, { status: 204 }), "invalid_request"],
    [new Response("<p>", { headers: { "content-type": "text/html" } }), "invalid_response"],
  ])("no stream but %o", async (response, code) => {
    const adapter = httpAdapter({ url: "/api", fetch: () => Promise.resolve(response) });
    await expect(adapter.subscribe!({ onConnection: () => {} }, {})).rejects.toMatchObject({ code });
  });

  test("a server that never answers is given up after 15 s", async () => {
    const adapter = httpAdapter({
      url: "/api",
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        }),
    });
    const ended = adapter.subscribe!({ onConnection: () => {} }, {});
    ended.catch(() => {});
    await pass(15_000);
    await expect(ended).rejects.toMatchObject({ code: "timeout" });
  });
});
