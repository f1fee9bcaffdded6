import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A port that can be listened on, below those that systems hand out by themselves. By chance, not in order: it may take
 * half a minute until its server listens, and in that time another process must not come to the same one.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

/** On every address of the machine: a server may listen on IPv6 alone. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    server.listen(port, () => server.close(() => resolve(true)));
  });
