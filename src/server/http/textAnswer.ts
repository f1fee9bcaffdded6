import type { AuthorizeContext, ConnectionHandler } from "../handlerOptions.js";

/** `fetch` of a handler, whose answers may have their body beside them. */
export type FetchOfTexts = (request: Request, given: AuthorizeContext | object) => Promise<Response>;

/** The body of a `Response` is a stream, which costs Node ten times as much as the text in it. */
const texts = new WeakMap<Response, string>();
const ofTexts = new WeakMap<ConnectionHandler["fetch"], FetchOfTexts>();

/** An answer whose body is kept beside it, for `nodeListener` and {@link withBody}. */
export function textAnswer(text: string, status: number, headers: Record<string, string>): Response {
  const response = new Response(null, { status, headers });
  texts.set(response, text);
  return response;
}

/** The body that is beside the answer; undefined for an answer that has its own, or none. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}

/** The answer with its body. */
export function withBody(response: Response): Response {
  const text = texts.get(response);
  return text === undefined ? response : new Response(text, { status: response.status, headers: response.headers });
}

/** A public `fetch` over one that may answer with {@link textAnswer}s. */
export function fetchOver(fetchTexts: FetchOfTexts): ConnectionHandler["fetch"] {
  const fetch: ConnectionHandler["fetch"] = async (request, given = {}) => withBody(await fetchTexts(request, given));
  ofTexts.set(fetch, fetchTexts);
  return fetch;
}

/** The `fetch` that {@link fetchOver} was given; otherwise the given one, such as one that the host has wrapped. */
export function fetchOfTexts(fetch: ConnectionHandler["fetch"]): FetchOfTexts {
  return ofTexts.get(fetch) ?? fetch;
}
