const RELATIONS = /\brsc_(?:schema|connections|events|facts|audit|tokens|generation|revision|read_sequence)\b/g;

/** Throws for a name that would have to be escaped in statements. */
export function checkSchemaName(schema: string): void {
  if (/^\w+$/.test(schema)) return;
  throw new Error(
    `react-stripe-connection: the schema "${schema}" can't be used. Give a name of letters, digits and underscores.`,
  );
}

/** The statement with its tables and sequences in the schema; null: in the first schema of the search path. */
export function qualify(statement: string, schema: string | null): string {
  return schema === null ? statement : statement.replace(RELATIONS, `"${schema}".$&`);
}
