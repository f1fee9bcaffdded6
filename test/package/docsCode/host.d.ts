// What a host has of its own, and examples leave out.
import type { Express } from "express";
import type { Pool } from "pg";
import type { createConnectionHandler } from "react-stripe-connection/server";
import type { afterAll as AfterAll, beforeAll as BeforeAll, expect as Expect, test as Test } from "vitest";
import type { StripeConnectionCard } from "react-stripe-connection";
import type { UserEvent } from "@testing-library/user-event";
import type { renderWithConnection as Render } from "react-stripe-connection/testing/react";
import type { createStripeSimulator as CreateSimulator } from "react-stripe-connection/simulator";
import type { mswHandlers as MswHandlers } from "react-stripe-connection/testing/msw";
import type { setupServer as SetupServer } from "msw/node";
import type {
  serveConnection as ServeConnection,
  serveConnectJs as ServeConnectJs,
} from "react-stripe-connection/testing/playwright";
import type { Page } from "playwright";
import "@testing-library/jest-dom/vitest";

declare global {
  const app: Express;
  const pool: Pool;
  const handler: ReturnType<typeof createConnectionHandler>;
  function yourSession(request: Request): Promise<{ orgId: string; userId: string; isAdmin: boolean } | null>;
  const BillingSettings: () => ReturnType<typeof StripeConnectionCard>;
  const test: typeof Test;
  const expect: typeof Expect;
  const beforeAll: typeof BeforeAll;
  const afterAll: typeof AfterAll;
  const user: UserEvent;
  const page: Page;
  const simulator: ReturnType<typeof CreateSimulator>;
  const renderWithConnection: typeof Render;
  const createStripeSimulator: typeof CreateSimulator;
  const mswHandlers: typeof MswHandlers;
  const setupServer: typeof SetupServer;
  const serveConnection: typeof ServeConnection;
  const serveConnectJs: typeof ServeConnectJs;
}
