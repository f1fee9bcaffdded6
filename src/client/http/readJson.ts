import { ConnectionError } from "../../core/errors.js";
import { MAX_ANSWER_BYTES } from "../../core/protocol.js";

/** Empty where there is none, as with 204. */
export const typeOf = ({ headers }: Response): string => headers.get("content-type") ?? "";

/** The body as JSON. Rejects with `invalid_response` for anything else, with `network` where the connection broke. */
export async function readJson(response: Response): Promise<unknown> {
  if (!/\bjson\b/i.test(typeOf(response))) {
    cancelBody(response);
    throw invalid("no JSON");
  }
  let text: string;
  try {
    text = await readText(response);
  } catch (cause) {
    if (cause instanceof ConnectionError) throw cause;
    throw new ConnectionError("network", { message: "the answer broke off", cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid("no JSON", cause);
  }
}

/** The body as a web stream, or null: a polyfill or a mock has none, and node-fetch 2 has a stream of Node's. */
export const streamOf = ({ body }: Response): Response["body"] => (typeof body?.getReader === "function" ? body : null);

/** Ends a body that is not read. A stream that broke can't be cancelled, and doesn't have to be. */
export const cancelBody = (response: Response): void => void Promise.allSettled([streamOf(response)?.cancel()]);

/** Up to the protocol's size: a page of 50 MB is given up, not held. */
async function readText(response: Response): Promise<string> {
  const reader = streamOf(response)?.getReader();
  if (!reader) {
    const whole = await response.text();
    if (whole.length > MAX_ANSWER_BYTES) throw invalid("too large");
    return whole;
  }
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw invalid("too large");
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

const invalid = (what: string, cause?: unknown) =>
  new ConnectionError("invalid_response", { message: `the back end's answer is ${what}`, cause });
