import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What the process was started with. */
export function processOptions<T>(): T {
  // Written by `startProcess`, and by nobody else.
  return JSON.parse(process.argv[2] ?? "{}") as T;
}

/** Serves on 127.0.0.1, says where, and ends with whoever started it. */
export async function serve(server: Server, port: number, close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  endWithParent(async () => {
    server.close();
    server.closeAllConnections();
    await close();
  });
  sayUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

export function sayUrl(url: string): void {
  process.stdout.write(`serving at ${url}\n`);
}

export function endWithParent(close: () => Promise<void>): void {
  process.stdin.on("close", () => void close().finally(() => process.exit(0))).resume();
}
