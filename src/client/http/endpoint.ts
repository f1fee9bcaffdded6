/** A path, or an http(s) URL without user, query and fragment. What means another host where a path was meant is neither. */
const SAFE = /^(?:https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(?=\/|$)|(?!\/\/))[\w.~!$&'()*+,;=%/-]{0,2000}$/i;
const CLIMBS = /(^|\/)(\.|%2e){2}(\/|$)/i;

/** The base that a path of the protocol is put behind. Throws for one that it would not stay below. */
export function readEndpoint(url: string): string {
  const isAbsolute = /^https?:/i.test(url);
  if (!url || !SAFE.test(url) || CLIMBS.test(url) || (isAbsolute && !URL.canParse(url))) {
    throw new Error(
      `react-stripe-connection: the adapter's url ${JSON.stringify(url)} must be a path such as "/api/stripe" or an http(s) URL, without user, query, fragment or "..".`,
    );
  }
  return url.replace(/\/+$/, "");
}

/** Whether the page's own cookies go there by themselves. Without a page there are none. */
export function isOtherOrigin(endpoint: string): boolean {
  if (typeof location === "undefined" || !/^https?:/i.test(endpoint)) return false;
  return new URL(endpoint).origin !== location.origin;
}
