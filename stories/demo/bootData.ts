import type { Mode } from "react-stripe-connection";

/** The environments of Acme Cloud: one connection each. */
export const ENVIRONMENTS = ["test", "live"] as const satisfies readonly Mode[];

export const ROLES = ["admin", "member"] as const;
export type Role = (typeof ROLES)[number];

/** What the server writes into the page. */
export interface BootData {
  role: Role;
  signedIn: boolean;
  /** `simulator` has a drawer, `stripe` is the real thing, `nothing` says why it is off. */
  modes: Record<Mode, { on: "simulator" | "stripe" } | { on: "nothing"; why: string }>;
}

export const BOOT_ELEMENT = "demo-boot";
