import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { storeContract } from "../../../src/testing/storeContract/storeContract.js";
import { tenantsApart } from "../support/tenantsApart.js";
import { afterAll, beforeAll, describe, inject, test } from "vitest";

describe("the memory store", () => {
  const store = createMemoryStore();
  test.each(storeContract(() => store))("$name", ({ run }) => run());
  test("F4 tenants of any two names are rows of their own", () => tenantsApart(store, 60));
});

describe("the store on PGlite", () => {
  const db = new PGlite();
  // Its first start unpacks a whole PostgreSQL.
  beforeAll(() => db.waitReady);
  afterAll(() => db.close());
  const store = createPostgresStore({
    query: (text, params) => db.query(text, params),
    listen: (channel, onPayload) => db.listen(channel, onPayload),
  });
  test.each(storeContract(() => store))("$name", ({ run }) => run());
  test("F4 tenants of any two names are rows of their own", () => tenantsApart(store, 15));
});

describe("the store on PostgreSQL", () => {
  const connectionString = inject("postgresUrl");
  const pool = new pg.Pool({ connectionString, max: 10 });
  afterAll(() => pool.end());
  const store = createPostgresStore({
    query: (text, params) => pool.query(text, params),
    listen: listenWithPg(() => new pg.Client({ connectionString })),
  });
  test.each(storeContract(() => store))("$name", ({ run }) => run());
  test("F4 tenants of any two names are rows of their own", () => tenantsApart(store, 30));
});
