import { type ClientRequest, get } from "node:http";

export interface OpenStreams {
  /** Resolves to when each page of the tenant has heard the text, in `performance.now()`. */
  hear(tenant: string, text: string): Promise<number[]>;
  close(): void;
}

/** Pages that look on: each of the tenants has the same number. Resolves when all have what is now. */
export async function openStreams(url: string, tenants: readonly string[], each: number): Promise<OpenStreams> {
  const requests: ClientRequest[] = [];
  const listeners = new Map<string, Set<(chunk: string) => void>>();
  const open = (tenant: string) =>
    new Promise<void>((resolve, reject) => {
      const headers = { authorization: tenant, accept: "text/event-stream" };
      const asked = get(`${url}/connection/events`, { headers, agent: false }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`the stream was refused with ${response.statusCode}`));
        const own = {};
        let first = true;
        response.setEncoding("utf8");
        response.on("error", () => undefined);
        response.on("data", (chunk: string) => {
          if (first && chunk.includes("event: connection")) {
            first = false;
            resolve();
          }
          for (const listener of listeners.get(tenant) ?? []) listener.call(own, chunk);
        });
      });
      asked.on("error", (error) => reject(error));
      requests.push(asked);
    });
  const all = tenants.flatMap((tenant) => Array.from({ length: each }, () => tenant));
  for (let at = 0; at < all.length; at += 50) await Promise.all(all.slice(at, at + 50).map(open));

  return {
    hear: (tenant, text) =>
      new Promise((resolve, reject) => {
        const times: number[] = [];
        const own = listeners.get(tenant) ?? new Set();
        listeners.set(tenant, own);
        const late = setTimeout(() => reject(new Error(`${times.length} of ${each} pages heard of ${text}`)), 10_000);
        const listener = (chunk: string) => {
          if (!chunk.includes(text) || times.push(performance.now()) < each) return;
          clearTimeout(late);
          own.delete(listener);
          resolve(times);
        };
        own.add(listener);
      }),
    close() {
      for (const asked of requests) asked.destroy();
    },
  };
}
