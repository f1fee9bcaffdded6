import { VERSION } from "../core/version.js";
import { migrationFor, TABLES_VERSION } from "../server/store/postgres/schema.js";

/** The store's migration as a script, for hosts whose own tool creates all tables. */
export function migrationScript(schema: string | null): string {
  const place = schema === null ? "the schema that comes first in the search path" : `the schema ${schema}`;
  return `-- The tables of react-stripe-connection ${VERSION} (version ${TABLES_VERSION}), in ${place}.
-- Creates them, or updates those of an earlier version. Changes nothing where they are up to date.
${migrationFor(schema)};`;
}
