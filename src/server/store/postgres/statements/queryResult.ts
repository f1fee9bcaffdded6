import type { Row } from "../rows.js";

/** `query` does not give what the store needs. No later call would: the error is kept. */
export class QueryResultError extends Error {
  override readonly name = "QueryResultError";

  constructor(found: string, fix: string) {
    super(
      `react-stripe-connection: \`query\` of createPostgresStore ${found}. ${fix} docs/database.md shows each driver.`,
    );
  }
}

/** The rows of what `query` resolved to. Throws a {@link QueryResultError} for any other shape. */
export function readRows(result: unknown): Row[] {
  if (Array.isArray(result)) throw wrongArray(result, "resolved to");
  if (!isObject(result)) throw new QueryResultError(`resolved to ${nameOf(result)}`, RETURN_ROWS);
  const { rows } = result;
  if (!Array.isArray(rows)) throw new QueryResultError(`resolved to { rows: ${nameOf(rows)} }`, RETURN_ROWS);
  if (!rows.every(isObject)) throw wrongArray(rows, "resolved to rows that are");
  return rows.map(readRow);
}

const RETURN_ROWS = "Return `{ rows }` with one object for each row.";

function readRow(row: Record<string, unknown>): Row {
  const texts: Row = {};
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== "string" && value !== null) {
      throw new QueryResultError(
        `returned the text column "${name}" as ${nameOf(value)}`,
        "Return texts as strings and NULL as null: use no type parser for them, and no binary results.",
      );
    }
    texts[name] = value;
  }
  return texts;
}

function wrongArray(values: readonly unknown[], verb: string): QueryResultError {
  const [first, second] = values;
  if (Array.isArray(first) && !Array.isArray(second) && values.length === 2) {
    return new QueryResultError(`${verb} [rows, ${nameOf(second)}]`, "Return `{ rows }` with the first of the two.");
  }
  if (values.some(Array.isArray)) {
    return new QueryResultError(`${verb} arrays`, 'Return one object for each row: leave out `rowMode: "array"`.');
  }
  return new QueryResultError(`${verb} an array`, RETURN_ROWS);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
