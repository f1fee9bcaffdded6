import { ConnectionError } from "../core/errors.js";
import { MAX_ANSWER_BYTES } from "../core/protocol.js";

/** The body as text, up to the protocol's size: a page of 50 MB is given up, not held. */
export async function boundedText(response: Response): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw new ConnectionError("invalid_response", { message: `the answer is larger than ${MAX_ANSWER_BYTES} bytes` });
    }
    text += decoder.decode(value, { stream: true });
  }
}
