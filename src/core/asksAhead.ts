import type { DerivedConnection } from "./connection.js";

/** Whether Stripe's form is to ask for what becomes due later. `only`: the keys that it is opened for. */
export function asksAhead(
  { reason, requirements }: Pick<DerivedConnection, "reason" | "requirements">,
  only?: readonly string[],
): boolean {
  return (
    reason === "future_requirements" ||
    requirements.some(({ key, state }) => state === "upcoming" && only?.includes(key))
  );
}
