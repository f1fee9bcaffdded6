import pg from "pg";
import { afterAll, beforeEach, inject, onTestFinished } from "vitest";

export interface TestSchema {
  /** Of the database, without the schema. */
  url: string;
  /** Connections whose search path is the database's own. */
  admin: pg.Pool;
  /** The name of the running test's schema. */
  readonly schema: string;
  /** Of connections that work in the schema and are named after it. */
  config(more?: pg.PoolConfig): pg.PoolConfig;
}

/** A PostgreSQL schema for each test of the file. */
export function testSchema(): TestSchema {
  const url = inject("postgresUrl");
  const admin = new pg.Pool({ connectionString: url, max: 3 });
  let schema = "";
  beforeEach(async () => {
    const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
    schema = name;
    await admin.query(`create schema ${name}`);
    // Runs last: it would be in a deadlock with an instance that still works for the test.
    onTestFinished(async () => {
      await admin.query(`drop schema ${name} cascade`);
    });
  });
  afterAll(() => admin.end());
  return {
    url,
    admin,
    get schema() {
      return schema;
    },
    config: (more) => ({
      connectionString: url,
      options: `-c search_path=${schema}`,
      application_name: schema,
      ...more,
    }),
  };
}
