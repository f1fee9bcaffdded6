/**
 * A request as a browser sends it to the page's own origin. Pages may not write `Sec-Fetch-Site` into a Request, but a
 * Headers object that belongs to none takes it. The simulated back end has an address of its own, so that the real
 * page's `Origin` would be a foreign one.
 */
export function fromSamePage(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set("sec-fetch-site", "same-origin");
  headers.delete("origin");
  Object.defineProperty(request, "headers", { value: headers });
  return request;
}

/** The work, or the abort, whichever is first: what `fetch` does when the caller gives up. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () =>
      reject(signal.reason instanceof Error ? signal.reason : new DOMException("Aborted", "AbortError"));
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
