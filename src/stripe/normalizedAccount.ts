import type { Capability, RequirementState } from "../core/connection.js";
import type { Needs, Switches } from "./neededCapabilities.js";

/** One entry of Stripe's requirement lists, v1 or v2. */
export interface AskedRequirement {
  key: string;
  state: RequirementState;
  deadline: string | null;
  /** Where the key itself does not name the person (v2). */
  personId: string | null;
}

export interface RequirementError {
  key: string;
  code: string;
  reason: string | null;
  /** v2 tells two persons' equal keys apart by it. */
  personId: string | null;
}

/** Giving all of `alternatives` does instead of all of `originals`. */
export interface Alternative {
  originals: string[];
  alternatives: string[];
}

/** An account of either API, as far as the derivation needs it. */
export interface NormalizedAccount {
  /** It no longer is one, or null. */
  gone: "deleted" | "closed" | null;
  disabledReason: string | null;
  detailsSubmitted: boolean;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  capabilities: Capability[];
  needs: Needs;
  /** What works of the capabilities that Stripe does not list. */
  unlisted: Switches;
  asked: AskedRequirement[];
  errors: RequirementError[];
  alternatives: Alternative[];
  /** The one person of an account without a company: a raw Person, or null. */
  individual: unknown;
}
