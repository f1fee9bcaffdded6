import { type After, rejectAfter } from "../../../../core/async.js";
import type { PostgresStoreOptions } from "../options.js";
import { isTimeout, sqlStateOf } from "./sqlState.js";

/** A statement that takes longer fails. Shorter than a verb may take, so that the verb's failure has this cause. Milliseconds. */
export const STATEMENT_MS = 4_000;
/** A database that answered nothing for so long, although it was asked, is silent. Milliseconds. */
const SILENT_MS = 1_000;
/** So many statements wait for a silent database. */
const MOST_WAITING = 10;

type Query = PostgresStoreOptions["query"];

/**
 * `query` with an end. A statement that is given up stays with the driver: only the database or the driver can free its
 * connection. So while the database is silent, few statements are sent and all others fail at once.
 */
export function boundQuery(query: Query, after: After): Query {
  let waiting = 0;
  let answers = 0;
  let isSilent = false;

  const answered = () => {
    answers += 1;
    isSilent = false;
  };

  return async (...statement) => {
    if (isSilent && waiting >= MOST_WAITING) {
      throw new Error(
        `react-stripe-connection: the database does not answer, and ${waiting} statements wait for it already`,
      );
    }
    const before = answers;
    waiting += 1;
    const cancel = after(SILENT_MS, () => {
      if (answers === before) isSilent = true;
    });
    const asking = query(...statement);
    // Also one that comes after its statement was given up tells that the database answers.
    asking.then(answered, (thrown: unknown) => {
      if (sqlStateOf(thrown) !== null && !isTimeout(thrown)) answered();
    });
    try {
      return await rejectAfter(
        after,
        STATEMENT_MS,
        asking,
        () =>
          new Error(
            `react-stripe-connection: the database did not answer within ${STATEMENT_MS / 1000} s. A table may be locked, the pool may have no free connection, or the database can't be reached.`,
          ),
      );
    } finally {
      cancel();
      waiting -= 1;
    }
  };
}
