/** Whether the body is JSON. Any type that only begins alike could be one that a page may send without asking first. */
export const isJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "");
