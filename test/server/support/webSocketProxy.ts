import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { createWebSocketStream, WebSocketServer } from "ws";

/** Carries each WebSocket to the TCP address in its query, as Neon's proxy does. */
export async function startWebSocketProxy(): Promise<{ host: string; close(): Promise<void> }> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (socket, request) => {
    const [host = "", port] = new URL(request.url ?? "", "ws://proxy").searchParams.get("address")?.split(":") ?? [];
    const database = connect(Number(port), host);
    const stream = createWebSocketStream(socket);
    stream.pipe(database).pipe(stream);
    stream.on("error", () => database.destroy());
    database.on("error", () => socket.terminate());
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
