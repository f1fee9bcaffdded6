import { connect } from "node:net";

export interface RawRequest {
  method?: string;
  /** As it stands in the request's first line: `fetch` would correct it. */
  target: string;
  /** Without `Host` there is none. */
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** Sends a request of these very words to a server of this machine. */
export async function rawRequest(
  origin: string,
  { method = "GET", target, headers = {}, body = "" }: RawRequest,
): Promise<{ status: number; text: string }> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => socket.once("close", resolve).once("error", reject));
  const all = {
    ...headers,
    connection: "close",
    ...(body ? { "content-length": String(Buffer.byteLength(body)) } : {}),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  await ended;
  const text = Buffer.concat(chunks).toString();
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text };
}
