import { qualify } from "./qualify.js";
import { QueryResultError, readRows } from "./queryResult.js";
import type { PostgresStoreOptions } from "../options.js";
import { TABLES_VERSION } from "../schema.js";

/** Each column shows one thing that drivers, ORMs and their plugins are known to change. */
const PROBE = `
with probed as (select 'text'::text as some_text, true as some_boolean)
select
  some_text as "someText", some_boolean::text as "someBoolean", $1::text::json ->> 'key' as "fromJson",
  $2::text as "fromNull", (select coalesce(max(version), 0)::text from rsc_schema) as version
from probed`;

/**
 * Checks what `query` makes of a statement's parameters and results, and the version of the tables, so that no verb
 * works with something else than it asked for.
 */
export async function probe(query: PostgresStoreOptions["query"], schema: string | null): Promise<void> {
  const [row, ...more] = readRows(await query(qualify(PROBE, schema), ['{"key":"value"}', null]));
  if (!row || more.length > 0) {
    const found = row ? `${more.length + 1} rows` : "no row";
    throw new QueryResultError(
      `returned ${found} for a statement that selects one`,
      "Return the rows of the statement.",
    );
  }
  const { version, ...values } = row;
  const expected = { someText: "text", someBoolean: "true", fromJson: "value", fromNull: null };
  const names = [...Object.keys(expected), "version"];
  const missing = names.filter((name) => !(name in row));
  if (missing.length > 0) {
    throw new QueryResultError(
      `returned the columns ${Object.keys(row).join(", ")} for a statement that selects ${names.join(", ")}`,
      "Return the names as they are: use no plugin or transform that renames columns.",
    );
  }
  if (values["fromJson"] !== expected.fromJson || values["fromNull"] !== expected.fromNull) {
    throw new QueryResultError(
      "sent a parameter with another value",
      "Send each text as it is, also one that holds JSON, and null as NULL.",
    );
  }
  if (values["someText"] !== expected.someText || values["someBoolean"] !== expected.someBoolean) {
    throw new QueryResultError("changed a value of the result", "Return texts as they are.");
  }
  if (Number(version) < TABLES_VERSION) {
    throw new Error(
      `react-stripe-connection: the tables in the database are of version ${version}, and this release needs version ${TABLES_VERSION}. ${applySql(schema)}`,
    );
  }
}

export const applySql = (schema: string | null): string =>
  `Apply the output of \`npx react-stripe-connection sql${schema === null ? "" : ` --schema ${schema}`}\` to the database.`;
