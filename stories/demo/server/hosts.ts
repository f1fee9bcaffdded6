import type { IncomingMessage, ServerResponse } from "node:http";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** The names that this demo answers to. */
export interface Hosts {
  allows(request: Pick<IncomingMessage, "headers">): boolean;
  /** The origins of a page that is opened by one of these names, where the demo listens at `address`. */
  origins(address: string): string[];
}

/**
 * Who opens the page becomes an admin with a cookie, so a site whose name is made to point here (DNS rebinding) could
 * act at Stripe. Its requests carry its own name as `Host`.
 */
export function createHosts(allowedHosts: readonly string[]): Hosts {
  const names = new Set([...LOOPBACK, ...allowedHosts]);
  return {
    allows: ({ headers }) => names.has((headers.host ?? "").replace(/:\d*$/, "").toLowerCase()),
    origins(address) {
      const { port } = new URL(address);
      // An origin at port 80 has none.
      const here = (name: string) => (port ? `http://${name}:${port}` : `http://${name}`);
      return [
        ...LOOPBACK.map(here),
        ...allowedHosts.flatMap((name) => [`https://${name}`, `http://${name}`, here(name)]),
      ];
    },
  };
}

export function refuseHost(request: IncomingMessage, response: ServerResponse): void {
  const name = JSON.stringify(request.headers.host ?? "");
  response.writeHead(403, { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" });
  response.end(
    `The demo does not answer to the name ${name}, which may belong to another site. Open it as 127.0.0.1, ` +
      "or allow the name, for a tunnel for example: ALLOWED_HOSTS=demo.example.com npm start\n",
  );
}
