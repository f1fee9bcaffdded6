import type { Form } from "../api/form.js";

/** Parameters that Stripe takes and the simulator does not act on. */
export interface IgnoredParams {
  /** The call as the SDK names it: `accounts.create`. */
  operation: string;
  /** Dotted paths: `tos_acceptance`, `configuration.merchant.branding`. */
  params: readonly string[];
}

/** Which parts of a form the simulator does not act on. `plays` names what it does; a path stands for all below it. */
export function ignoredIn(form: Form, plays: readonly string[], prefix = ""): string[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const path = prefix + name;
    if (plays.includes(path)) return [];
    const isPartly = plays.some((played) => played.startsWith(`${path}.`));
    if (isPartly && typeof value === "object" && !Array.isArray(value)) return ignoredIn(value, plays, `${path}.`);
    return [path];
  });
}

/** Says each parameter of each call once. */
export function warnOfIgnored(): (ignored: IgnoredParams) => void {
  const said = new Set<string>();
  return ({ operation, params }) => {
    const fresh = params.filter((param) => !said.has(`${operation} ${param}`));
    for (const param of fresh) said.add(`${operation} ${param}`);
    if (fresh.length > 0) {
      console.warn(
        `react-stripe-connection: the simulator accepts ${operation}, and nothing follows from ${fresh.join(", ")}. ` +
          "What it plays: docs/simulator.md",
      );
    }
  };
}
