// What the pages import of packages that are not installed here, as their documentation has it, and of a host's own files.

declare module "@/auth" {
  export function auth(): Promise<{ user?: { id?: string } } | null>;
}

declare module "@/auth.config" {
  export const authConfig: { providers: unknown[] };
}

declare module "@auth/express" {
  export function getSession(
    request: import("express").Request,
    config: { providers: unknown[] },
  ): Promise<{ user?: { id?: string } } | null>;
}

declare module "@clerk/backend" {
  interface Auth {
    userId: string | null;
    orgId?: string | undefined;
    orgRole?: string | undefined;
  }
  export function createClerkClient(options: { secretKey: string; publishableKey: string }): {
    authenticateRequest(
      request: Request,
      options: { authorizedParties?: string[] },
    ): Promise<{ isAuthenticated: boolean; toAuth(): Auth | null }>;
  };
}

declare module "@/lib/auth" {
  export const auth: {
    api: {
      getSession(input: {
        headers: Headers;
      }): Promise<{ user: { id: string }; session: { activeOrganizationId?: string | null } } | null>;
      hasPermission(input: {
        headers: Headers;
        body: { organizationId?: string; permissions: Record<string, string[]> };
      }): Promise<{ success: boolean }>;
    };
  };
}

declare module "jose" {
  type Keys = (header?: object) => Promise<CryptoKey>;
  export function createRemoteJWKSet(url: URL): Keys;
  export function jwtVerify(
    token: string,
    keys: Keys,
    options: { issuer: string; audience: string },
  ): Promise<{ payload: { sub?: string; [claim: string]: unknown } }>;
}

declare module "@vercel/functions" {
  export function waitUntil(promise: Promise<unknown>): void;
}

declare module "@/app.module" {
  export class AppModule {}
}

declare module "@/session.guard" {
  export class SessionGuard {
    canActivate(): boolean;
  }
}

declare module "@tanstack/react-query" {
  export { QueryClient } from "@tanstack/query-core";
}
