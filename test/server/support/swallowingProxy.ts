import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface SwallowingProxy {
  port: number;
  /** Accepts connections and bytes, and passes nothing on. */
  swallow(): void;
  /** Passes on what comes from now on. What was swallowed is lost, and its connections stay silent. */
  passOn(): void;
  /** Leaves bytes of the server out that match, until the next call. */
  drop(isDropped: ((chunk: Buffer) => boolean) | null): void;
}

/** A way to the database that can stop delivering without closing a connection. */
export async function swallowingProxy(target: { host: string; port: number }): Promise<SwallowingProxy> {
  const sockets = new Set<Socket>();
  const silent = new Set<Socket>();
  let isSwallowing = false;
  let isDropped: ((chunk: Buffer) => boolean) | null = null;
  const server = createServer((near) => {
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk: Buffer) => {
      if (isSwallowing) silent.add(near);
      if (!silent.has(near)) far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      if (!silent.has(near) && !isDropped?.(chunk)) near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: (server.address() as AddressInfo).port,
    swallow: () => void (isSwallowing = true),
    passOn: () => void (isSwallowing = false),
    drop: (test) => void (isDropped = test),
  };
}
