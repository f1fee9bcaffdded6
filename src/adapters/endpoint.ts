/** Base URLs that a path can be put behind: relative, absolute, with or without a slash at the end. */
export function readEndpoint(url: string): string {
  const refuse = (why: string) =>
    new Error(
      `react-stripe-connection: the adapter's url ${why}. Give it the handler's base path, such as "/api/stripe".`,
    );
  if (typeof url !== "string" || url.trim() === "") throw refuse("is empty");
  if (/[?#]/.test(url)) throw refuse("has a query or a fragment");
  // "//host" and "\\host" mean another host wherever a path was meant.
  if (/^[/\\]{2}/.test(url) || url.includes("\\")) throw refuse("is protocol-relative");
  // oxlint-disable-next-line no-control-regex -- the URL parser drops tabs and line ends, so "ht\ntps:" is a scheme
  if (/[\u0000-\u0020]/.test(url)) throw refuse("has spaces or control characters");
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") throw refuse(`is a ${scheme}: URL`);
  if (scheme !== undefined && !/^https?:\/\/[^/@]+(\/|$)/i.test(url)) throw refuse("names no host, or a user");
  if (url.split("/").some((part) => /^(\.|%2e){1,2}$/i.test(part) && part !== ".")) throw refuse("climbs with ..");
  return url.replace(/\/+$/, "");
}

/** Whether the page's own cookies go there by themselves. Without a page there are none. */
export function isOtherOrigin(endpoint: string): boolean {
  if (typeof location === "undefined" || !/^https?:/i.test(endpoint)) return false;
  return new URL(endpoint).origin !== location.origin;
}
