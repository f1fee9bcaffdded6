/** The package's own pure.d.ts leads to its TypeScript sources, which strict settings reject. */
export declare const loadConnectAndInitialize: typeof import("@stripe/connect-js").loadConnectAndInitialize;
