import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { nodeListener } from "react-stripe-connection/node";
import { expect, onTestFinished, test, vi } from "vitest";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { createEventStream } from "../../../src/server/http/eventStream.js";
import { type BackEnd, BASE, startBackEnd } from "../support/backEnd.js";
import { eventually } from "../support/eventually.js";
import { openStream } from "../support/openStream.js";

const closed = ({ metrics }: BackEnd) => metrics.filter(({ name }) => name === "stream_closed").length;

/** A handler on a server of its own whose events are large, and whose store tells of a change when it is asked to. */
async function largeEvents({ size = 900_000 } = {}) {
  const memory = createMemoryStore();
  let revision = 0;
  let tellAll = () => {};
  const store = {
    ...memory,
    latestRevision: () => Promise.resolve((revision += 1)),
    subscribe(_onChange: unknown, onDrop: () => void) {
      tellAll = onDrop;
      return Promise.resolve(() => Promise.resolve());
    },
  };
  const backEnd = await startBackEnd({
    store,
    webhooks: false,
    options: { redact: (derived) => ({ ...derived, disabledReason: "x".repeat(size) }) },
  });
  const server = createServer((request, response) => void nodeListener(backEnd.handler)(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
  });
  return {
    backEnd,
    server,
    url: `http://127.0.0.1:${port}${BASE}`,
    /** A page that asks and never reads. */
    async deafPage(path = "/connection/events") {
      const socket = connect({ port, host: "127.0.0.1" });
      sockets.push(socket);
      socket.pause();
      socket.on("error", () => undefined);
      await new Promise<void>((resolve) => socket.once("connect", resolve));
      socket.write(`GET ${BASE}${path} HTTP/1.1\r\nhost: app.example.com\r\nauthorization: ada\r\n\r\n`);
    },
    connections: () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count))),
    /** So many changes, each an event of its own for pages that read as fast. */
    async change(times: number) {
      for (let turn = 0; turn < times; turn += 1) {
        tellAll();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

test("AT-M2 pages that never read are let go over real HTTP, with their connections and all that was kept for them", async () => {
  const { backEnd, deafPage, connections, change } = await largeEvents();
  for (let page = 0; page < 5; page += 1) await deafPage();
  await eventually(() => expect(backEnd.metrics.filter(({ name }) => name === "stream_opened")).toHaveLength(5));
  // More than the kernel takes for them.
  await change(16);
  await eventually(() => expect(closed(backEnd)).toBe(5));
  await eventually(async () => expect(await connections()).toBe(0));
});

test("AT-M2 nothing of a page that never reads stays after close", async () => {
  const { backEnd, server, deafPage, change } = await largeEvents();
  await deafPage();
  await eventually(() => expect(backEnd.metrics.map(({ name }) => name)).toContain("stream_opened"));
  await change(6);
  const ended = new Promise((resolve) => server.close(resolve));
  await backEnd.handler.close();
  await ended;
  expect(closed(backEnd)).toBe(1);
});

test("AT-M2 an answer that is not read gives its connection back ten seconds after it is complete", async () => {
  const wait = setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void, ms?: number) =>
    wait(run, ms === 10_000 ? 50 : ms)) as typeof setTimeout);
  onTestFinished(() => void vi.restoreAllMocks());
  const { deafPage, connections } = await largeEvents({ size: 20_000_000 });
  await deafPage("/connection");
  await eventually(async () => expect(await connections()).toBe(1));
  await eventually(async () => expect(await connections()).toBe(0));
});

test("AT-M2 a page that reads gets every large event, whatever the bound", async () => {
  const { backEnd, url, change } = await largeEvents();
  const stream = await openStream({ url }, "ada");
  for (let event = 1; event <= 5; event += 1) {
    expect((await stream.next()).disabledReason).toHaveLength(900_000);
    expect(stream.ids).toHaveLength(event);
    await change(1);
  }
  expect(closed(backEnd)).toBe(0);
  await stream.close();
});

test("AT-M2 what waits is counted in bytes: small events wait in any number, large ones do not", async () => {
  const send = (size: number, times: number) => {
    let isEnded = false;
    const stream = createEventStream(() => {
      isEnded = true;
    });
    for (let sent = 0; sent < times && !isEnded; sent += 1) {
      stream.send({ event: "connection", id: String(sent), data: "x".repeat(size) });
    }
    return { stream, isEnded };
  };
  expect(send(10, 2_000).isEnded).toBe(false);
  expect(send(900_000, 1).isEnded).toBe(false);
  const { stream, isEnded } = send(100_000, 4);
  expect(isEnded).toBe(true);
  await expect(stream.body.getReader().read()).rejects.toThrow("does not read");
});

test("AT-M2 a stream that ends unread is broken off with its queue, one that is read ends with its last event", async () => {
  const unread = createEventStream(() => undefined);
  unread.comment("open");
  unread.end();
  await expect(unread.body.getReader().read()).rejects.toThrow("does not read");

  const read = createEventStream(() => undefined);
  const text = new Response(read.body).text();
  read.send({ event: "connection", id: "1", data: "{}" });
  await new Promise((resolve) => setImmediate(resolve));
  read.end();
  expect(await text).toBe("event: connection\nid: 1\ndata: {}\n\n");
});
