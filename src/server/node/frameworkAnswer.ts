import type { ConnectionHandler } from "../handlerOptions.js";
import { addressOf, type FrameworkBody, type NodeRequest, webRequest } from "./webRequest.js";

/** What a framework with a request and a response of its own hands over. */
export interface FrameworkRequest extends FrameworkBody {
  incoming: NodeRequest;
  /** Path and query, with the path that the handler is mounted at. */
  url: string;
  /** For `authorize`. */
  node: { req: object; res: object };
}

/** The handler's answer, for a framework to send. Never rejects. */
export async function frameworkAnswer(
  handler: Pick<ConnectionHandler, "fetch">,
  { incoming, url, node, ...parsed }: FrameworkRequest,
): Promise<Response> {
  let request: Request;
  try {
    request = webRequest(incoming, addressOf(incoming, url), parsed);
  } catch {
    // A method, a host or a header that no web request can have, such as TRACE. Only the client can change it.
    return new Response(null, { status: 400 });
  }
  return handler.fetch(request, { node });
}
