/** Where drivers and ORMs keep the database's error: Drizzle, Prisma; Sequelize; TypeORM; Prisma. */
const NESTED = ["cause", "original", "driverError", "meta", "driverAdapterError"];
const DEPTH = 5;

/** Five letters and digits. Codes of Prisma ("P2010") and of Node ("EPIPE") are not meant. */
const SQLSTATE = /^(?=.*\d)(?!P[1-9])[0-9A-Z]{5}$/;

/** PostgreSQL's code of an error, from the error itself or from the one that it wraps. Null: the database sent no error. */
export function sqlStateOf(thrown: unknown, depth = DEPTH): string | null {
  if (typeof thrown !== "object" || thrown === null || depth === 0) return null;
  for (const name of ["code", "originalCode"]) {
    const code: unknown = Reflect.get(thrown, name);
    if (typeof code === "string" && SQLSTATE.test(code)) return code;
  }
  for (const name of NESTED) {
    const state = sqlStateOf(Reflect.get(thrown, name), depth - 1);
    if (state !== null) return state;
  }
  return null;
}

/** Two rows want the same account. */
export const isUniqueViolation = (thrown: unknown): boolean => sqlStateOf(thrown) === "23505";

/** A table, a sequence or a column does not exist: the tables were dropped, or replaced by those of an earlier version. */
export const isSchemaMissing = (thrown: unknown): boolean => ["42P01", "42703"].includes(sqlStateOf(thrown) ?? "");

/** Another session holds the lock that the statement did not wait for, or waited for as long as `lock_timeout` says. */
export const isLocked = (thrown: unknown): boolean => sqlStateOf(thrown) === "55P03";

/**
 * The statement lost to another one that ran at the same time. Stricter isolation levels than READ COMMITTED refuse what
 * that one waits for.
 */
export const isSerializationFailure = (thrown: unknown): boolean =>
  ["40001", "40P01"].includes(sqlStateOf(thrown) ?? "");

/** Two migrations ran at the same time, and the other one has created it. */
export const isCreatedAlready = (thrown: unknown): boolean =>
  ["42P06", "42P07", "42701", "42710", "23505"].includes(sqlStateOf(thrown) ?? "");

/** The database gave up a statement that took too long. That is no sign that it answers. */
export const isTimeout = (thrown: unknown): boolean => ["55P03", "57014"].includes(sqlStateOf(thrown) ?? "");
