import type { Logger } from "../../logger.js";

/**
 * For `pg`: `{ query: (text, values, name) => pool.query({ text, values, name }), listen: listenWithPg(() => new Client(url)) }`.
 * For PGlite: `{ query: (text, params) => db.query(text, params), listen: (channel, onPayload) => db.listen(channel, onPayload) }`.
 * For postgres.js, Neon, Drizzle, Kysely, Prisma, TypeORM and Sequelize: `docs/database.md`.
 */
export interface PostgresStoreOptions {
  /**
   * Runs one statement, on any connection, and resolves to `{ rows }`: one object for each row, from the names of the
   * columns to their values. Statements select texts only, so type parsers change nothing. An array of rows without
   * `{ rows }` is refused: write `async (text, params) => ({ rows: await … })`. The first result is checked; one of
   * another shape rejects every call with an error that says what to change.
   *
   * `params` belong to `$1`, `$2`, …; each is a text or null. `name` identifies the text: `pg` given a name plans the
   * statement once per connection. Leave it out behind a pooler that does not support prepared statements.
   */
  query(text: string, params: (string | null)[], name?: string): Promise<{ rows: unknown[] }>;
  /**
   * Opens a database that runs in this process, such as PGlite, which may take longer than a statement may. Called before
   * every operation, so it must be cheap once that is done.
   */
  open?: () => Promise<unknown>;
  /**
   * Listens on a connection of its own until the result is called; `onDrop` says that it broke and stands again.
   * Left out: nothing is pushed and pages poll. For `pg` there is `listenWithPg`.
   */
  listen?: (
    channel: string,
    onPayload: (payload: string) => void,
    onDrop: () => void,
  ) => Promise<() => Promise<unknown>>;
  /**
   * The schema of the tables, a name of letters, digits and underscores; created where it is missing. Default: the first
   * schema of the search path. Tools that drop tables they do not know (`drizzle-kit push`, `prisma migrate`) leave a
   * schema of its own alone.
   */
  schema?: string;
  /**
   * Whether the store creates its tables, and updates those of an earlier version. Default true. With false it only
   * checks them, and rejects where they are missing or too old: apply the output of
   * `npx react-stripe-connection sql` to the database first.
   */
  migrate?: boolean;
  /** Gets a warning when tables that were dropped are created again, and when `listen` receives nothing. Default: the console. */
  logger?: Pick<Logger, "warn">;
}
