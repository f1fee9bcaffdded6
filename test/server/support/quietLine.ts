import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface QuietLine {
  port: number;
  /** How many lines were made through here. */
  lines(): number;
  /** Those that stand now hear and say nothing any more, and nobody hangs up: as when a firewall forgets them. */
  silence(): void;
}

/** A way to the database on which lines can fall silent. */
export async function quietLine(target: { host: string; port: number }): Promise<QuietLine> {
  const sockets: Socket[] = [];
  let count = 0;
  const server = createServer((near) => {
    count += 1;
    const far = connect(target);
    near.pipe(far);
    far.pipe(near);
    for (const socket of [near, far]) socket.on("error", () => socket.destroy());
    sockets.push(near, far);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: (server.address() as AddressInfo).port,
    lines: () => count,
    silence() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
  };
}
