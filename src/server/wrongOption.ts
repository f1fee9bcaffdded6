/** What is wrong with the options, and the fix. Nothing secret is repeated. */
export function wrongOption(what: string, fix: string): Error {
  return new Error(`react-stripe-connection: createConnectionHandler: ${what}: ${fix}.`);
}
