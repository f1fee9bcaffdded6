import type { Connection } from "../../../src/core/connection.js";
import { readConnection } from "../../../src/core/protocol.js";
import type { BackEnd } from "./backEnd.js";

export interface OpenStream {
  response: Response;
  /** Everything that came. */
  texts: string[];
  ids: string[];
  next(): Promise<Connection>;
  until(holds: (connection: Connection) => boolean): Promise<Connection>;
  /** When the server ended it. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

/** Server-sent events, read as a page reads them. */
export async function openStream(
  { url }: Pick<BackEnd, "url">,
  as: string,
  headers: Record<string, string> = {},
): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(`${url}/connection/events`, {
    headers: { authorization: as, accept: "text/event-stream", ...headers },
    signal: controller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const texts: string[] = [];
  const ids: string[] = [];
  let rest = "";

  const next = async (): Promise<Connection> => {
    for (;;) {
      const end = rest.indexOf("\n\n");
      if (end >= 0) {
        const lines = rest.slice(0, end).split("\n");
        rest = rest.slice(end + 2);
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const data = field("data");
        if (data === undefined) continue;
        ids.push(field("id") ?? "");
        return readConnection(JSON.parse(data));
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) throw new Error("the stream has ended");
      texts.push(chunk.value);
      rest += chunk.value;
    }
  };

  return {
    response,
    texts,
    ids,
    next,
    async until(holds) {
      for (;;) {
        const connection = await next();
        if (holds(connection)) return connection;
      }
    },
    async ended() {
      for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read())
        texts.push(chunk.value);
    },
    async close() {
      await reader?.cancel().catch(() => undefined);
      controller.abort();
    },
  };
}
