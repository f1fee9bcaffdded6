import { createServer } from "node:net";

let next = 20_000 + (process.pid % 10_000);

/** Free, and none of those that systems hand out by themselves, so that no other process gets it before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next;
    next += 1;
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
