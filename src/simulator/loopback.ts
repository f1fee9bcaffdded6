/** Whether a host name, as `URL.hostname` has it, is of this machine alone. No other machine's name can point there. */
export const isLoopback = (hostname: string): boolean =>
  /^(?:localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);

/** The name in a `Host` header. */
export const nameOfHost = (host: string): string => host.replace(/:\d*$/, "").toLowerCase();
