import type { Connection } from "../core/connection.js";
import { actionNeeded } from "./fixtures/actionNeeded.js";
import { beforeAccount } from "./fixtures/beforeAccount.js";
import { connected } from "./fixtures/connected.js";
import { inProgress } from "./fixtures/inProgress.js";

/** A connection in every state that the product knows; the keys name stories and rows of tests. The clock stands at 2026-11-22T14:02:00Z. */
export const fixtures = {
  ...beforeAccount,
  ...inProgress,
  ...connected,
  ...actionNeeded,
} satisfies Record<string, Connection>;

/** Names a state that has a fixture. */
export type FixtureKey = keyof typeof fixtures;
