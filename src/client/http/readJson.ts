import { ConnectionError } from "../../core/errors.js";
import { MAX_ANSWER_BYTES } from "../../core/protocol.js";

/** The body as JSON. Rejects with `invalid_response` for what is none, with `network` where the line broke. */
export async function readJson(response: Response): Promise<unknown> {
  if (!/\bjson\b/i.test(response.headers.get("content-type") ?? "")) {
    // A line that has broken meanwhile can't be put aside any more, which is what is wanted of it.
    void Promise.allSettled([response.body?.cancel()]);
    throw invalid("no JSON: is the handler mounted there, or does a login page answer?");
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

/** Up to the protocol's size: a page of 50 MB is given up, not held. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader?.cancel();
      throw invalid("too large");
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

const invalid = (what: string, cause?: unknown) =>
  new ConnectionError("invalid_response", { message: `the back end's answer is ${what}`, cause });
