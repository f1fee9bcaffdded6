import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface DatabaseProxy {
  /** The database's address, by this proxy. */
  url: string;
  /** How many connections were made. */
  connections(): number;
  /** Open connections stay open and pass nothing on any more, as when a firewall forgets them. */
  silence(): void;
  /** Connections that send something from now on are silenced, until `passOn`. */
  swallow(): void;
  /** What was swallowed is lost, and its connections stay silent. */
  passOn(): void;
  /** Leaves out what the server sends and `isDropped` accepts. */
  drop(isDropped: (chunk: Buffer) => boolean): void;
}

/** A way to the database that can stop delivering without closing a connection. */
export async function databaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const { hostname: host, port: databasePort } = new URL(databaseUrl);
  const open = new Set<Socket>();
  const silent = new Set<Socket>();
  let connections = 0;
  let isSwallowing = false;
  let isDropped = (_chunk: Buffer) => false;
  const server = createServer((near) => {
    connections += 1;
    open.add(near);
    const far = connect({ host, port: Number(databasePort) });
    const close = () => {
      open.delete(near);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on("error", close).on("close", close);
    near.on("data", (chunk: Buffer) => {
      if (isSwallowing) silent.add(near);
      if (!silent.has(near)) far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      if (!silent.has(near) && !isDropped(chunk)) near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port: String(port) }).href,
    connections: () => connections,
    silence: () => open.forEach((socket) => silent.add(socket)),
    swallow: () => void (isSwallowing = true),
    passOn: () => void (isSwallowing = false),
    drop: (test) => void (isDropped = test),
  };
}
