// Bundlers replace the whole expression; a page without one has no `process`, as with React itself.
declare const process: { env: { NODE_ENV?: string } };

/** Whether mistakes of the developer are told in the console. */
export const isDevelopment = (): boolean => process.env.NODE_ENV !== "production";
