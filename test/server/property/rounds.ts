/** How many rounds of a random proof: `few` in `npm test`, `full` in `npm run soak`, or as many as ROUNDS says. */
export function rounds(few: number, full: number): number {
  const asked = process.env["ROUNDS"];
  if (asked !== undefined) return Number(asked);
  return process.env["npm_lifecycle_event"] === "soak" ? full : few;
}

/** Printed with each proof; SEED=… runs the same rounds again. */
export const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
